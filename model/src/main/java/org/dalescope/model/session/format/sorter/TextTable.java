package org.dalescope.model.session.format.sorter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dalescope.model.common.DecimalParser;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.session.format.recording.DataTable;
import org.dalescope.model.session.format.recording.TableColumn;

/**
 * A table in a text file with a line of column names: CSV, with commas or semicolons, or TSV.
 *
 * @param cells the cells of every column, without the names
 */
record TextTable(String path, List<String> columns, List<String[]> cells) implements DataTable {
    private static final int MOST_ROWS = 1_000_000;
    private static final int MOST_COLUMNS = 1000;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /**
     * Reads a table.
     *
     * @param name the name of the table in mappings and sentences
     * @throws InputError if the file is not a table, with the line
     */
    static TextTable read(Path file, String name) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (InputStream in = Files.newInputStream(file);
                Reader reader = new InputStreamReader(in, decoder);
                CSVParser parser = CSVParser.builder()
                        .setReader(reader)
                        .setFormat(format(file))
                        .get()) {
            return of(parser, file, name);
        } catch (IOException e) {
            throw new StorageError(file + " cannot be read: check its permissions.", e);
        } catch (IllegalStateException | IllegalArgumentException | java.io.UncheckedIOException e) {
            throw new InputError(
                    file + " is not a readable table (quotation marks do not match): save it again as CSV.", e);
        }
    }

    private static TextTable of(CSVParser parser, Path file, String name) {
        List<String> columns = List.of();
        List<String[]> rows = new ArrayList<>();
        for (CSVRecord line : parser) {
            if (columns.isEmpty()) {
                columns = names(line, file);
                continue;
            }
            if (line.size() != columns.size()) {
                throw new InputError(file + " has " + line.size() + " cells in line " + parser.getCurrentLineNumber()
                        + " but " + columns.size() + " columns: repair this line.");
            }
            if (rows.size() == MOST_ROWS) {
                throw new InputError(file + " has more than " + MOST_ROWS + " rows: it is not a table of trials or"
                        + " units.");
            }
            rows.add(line.values());
        }
        if (columns.isEmpty()) {
            throw new InputError(file + " is empty: write a line of column names and a line for every row.");
        }
        List<String[]> cells = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int at = column;
            cells.add(rows.stream().map(row -> row[at].strip()).toArray(String[]::new));
        }
        return new TextTable(name, columns, cells);
    }

    private static List<String> names(CSVRecord line, Path file) {
        List<String> names = line.stream().map(String::strip).collect(Collectors.toCollection(ArrayList::new));
        if (names.getFirst().startsWith(String.valueOf(BYTE_ORDER_MARK))) {
            names.set(0, names.getFirst().substring(1));
        }
        if (names.size() > MOST_COLUMNS) {
            throw new InputError(file + " has " + names.size() + " columns: it is not a table of trials or units.");
        }
        for (int i = 0; i < names.size(); i++) {
            // pandas writes its index as a first column without a name.
            String name = names.get(i).isEmpty() ? "column_" + (i + 1) : names.get(i);
            if (names.subList(0, i).contains(name)) {
                throw new InputError(file + " has two columns named '" + name + "': rename one of them.");
            }
            names.set(i, name);
        }
        if (names.stream().allMatch(name -> DecimalParser.parse(name).isPresent())) {
            throw new InputError(
                    file + " has numbers instead of column names in its first line: add a line with the names.");
        }
        return List.copyOf(names);
    }

    /** The separator is the one that is most frequent in the first line. */
    private static CSVFormat format(Path file) throws IOException {
        String first;
        try (InputStream in = Files.newInputStream(file)) {
            first = new String(in.readNBytes(1 << 16), StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
        char best = ',';
        for (char separator : new char[] {'\t', ';'}) {
            if (count(first, separator) > count(first, best)) {
                best = separator;
            }
        }
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(best)
                .setIgnoreEmptyLines(true)
                .get();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    @Override
    public int rows() {
        return cells.getFirst().length;
    }

    @Override
    public Optional<TableColumn> column(String name) {
        int at = columns.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(column(cells.get(at)));
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
