package org.dalescope.model.session.format.sorter;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.io.CsvTable;
import org.dalescope.model.session.format.container.LabelValues;
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

    /**
     * Numbers if every cell is a number or says that there is none, and at least one is a number or all are empty;
     * otherwise truth values or words.
     */
    static TableColumn column(String[] cells) {
        boolean empty = Arrays.stream(cells).allMatch(String::isEmpty);
        return LabelValues.numbers(cells)
                .filter(numbers -> empty || Arrays.stream(numbers).anyMatch(Double::isFinite))
                .<TableColumn>map(TableColumn.Numbers::new)
                .orElseGet(() -> TableColumn.ofText(cells.clone()));
    }
}
