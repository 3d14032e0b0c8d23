package org.dalescope.model.session.format.sorter;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dalescope.model.common.DecimalParser;
import org.dalescope.model.common.io.CsvTable;
import org.dalescope.model.session.format.recording.DataTable;
import org.dalescope.model.session.format.recording.TableColumn;

/** A table of trials or units in a text file: CSV, with commas or semicolons, or TSV. */
record TextTable(String path, CsvTable table) implements DataTable {
    /**
     * Reads a table.
     *
     * @param name the name of the table in mappings and sentences
     * @throws org.dalescope.model.common.InputError if the file is not a table, with the line
     */
    static TextTable read(Path file, String name) {
        return new TextTable(name, CsvTable.read(file));
    }

    @Override
    public List<String> columns() {
        return table.columns();
    }

    @Override
    public int rows() {
        return table.cells().getFirst().length;
    }

    @Override
    public Optional<TableColumn> column(String name) {
        int at = columns().indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(column(table.cells().get(at)));
    }

    /** Numbers if every cell is a number or says that there is none; truth values likewise; otherwise words. */
    static TableColumn column(String[] cells) {
        if (TableColumn.Flags.isTruth(cells)) {
            boolean[] flags = new boolean[cells.length];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = cells[i].equalsIgnoreCase("true");
            }
            return new TableColumn.Flags(flags);
        }
        double[] numbers = new double[cells.length];
        boolean any = false;
        for (int i = 0; i < cells.length; i++) {
            OptionalDouble number = DecimalParser.parse(cells[i]);
            boolean missing = TableColumn.NOT_APPLICABLE.contains(cells[i].toLowerCase(Locale.ROOT));
            if (number.isEmpty() && !missing) {
                return new TableColumn.Words(cells.clone());
            }
            numbers[i] = number.orElse(Double.NaN);
            any |= number.isPresent();
        }
        return any || Arrays.stream(cells).allMatch(String::isEmpty)
                ? new TableColumn.Numbers(numbers)
                : new TableColumn.Words(cells.clone());
    }
}
