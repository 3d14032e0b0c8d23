package org.dalescope.model.common.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dalescope.model.common.DecimalParser;
import org.dalescope.model.common.HeapMemory;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;

/**
 * A table in a text file with a line of column names, separated by commas, semicolons or tabs.
 *
 * @param columns the names
 * @param cells the cells of every column, without the names and without blanks around them
 */
public record CsvTable(List<String> columns, List<String[]> cells) {
    private static final int MOST_ROWS = 50_000_000;
    private static final int MOST_COLUMNS = 1000;

    /** Memory for a byte of the file: a short cell is an object with a header and its characters. */
    private static final int BYTES_PER_BYTE = 20;

    private static final int FIRST_LINE = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /**
     * Reads a table.
     *
     * @throws InputError if the file is not a table, with the line
     * @throws StorageError if the file cannot be read
     */
    public static CsvTable read(Path file) {
        requireMemory(file);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (InputStream in = Files.newInputStream(file);
                Reader reader = new InputStreamReader(in, decoder);
                CSVParser parser = CSVParser.builder()
                        .setReader(reader)
                        .setFormat(format(firstLine(file)))
                        .get()) {
            return of(parser, file);
        } catch (IOException e) {
            throw new StorageError(file + " cannot be read: check its permissions.", e);
        } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
            throw new InputError(
                    file + " is not a readable table (quotation marks do not match): save it again as CSV.", e);
        }
    }

    private static void requireMemory(Path file) {
        try {
            HeapMemory.ofThisProgram()
                    .require(
                            (double) BYTES_PER_BYTE * Files.size(file),
                            "Reading " + file,
                            "save the table as npz or HDF5");
        } catch (IOException e) {
            throw new StorageError(file + " cannot be read: check the path and its permissions.", e);
        }
    }

    /** Whether text looks like the beginning of a table: a line of at least so many names, then as many cells. */
    public static boolean begins(String text, int fewest) {
        List<String> lines = text.lines().limit(2).toList();
        if (lines.size() < 2 || text.indexOf('\0') >= 0) {
            return false;
        }
        char separator = separator(lines.getFirst());
        String quoted = String.valueOf(separator);
        String[] names = lines.getFirst().split(Pattern.quote(quoted), -1);
        String[] cells = lines.getLast().split(Pattern.quote(quoted), -1);
        return names.length >= fewest
                && names.length == cells.length
                && List.of(names).stream()
                        .allMatch(name -> name.strip().matches("\"?[\\p{L}_\ufeff][\\p{L}\\p{N}_ .()/-]*\"?"));
    }

    private static CsvTable of(CSVParser parser, Path file) {
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
                throw new InputError(file + " has more than " + MOST_ROWS + " rows: save it as npz or HDF5.");
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
        return new CsvTable(columns, cells);
    }

    private static List<String> names(CSVRecord line, Path file) {
        List<String> names = line.stream().map(String::strip).collect(Collectors.toCollection(ArrayList::new));
        if (names.getFirst().startsWith(BYTE_ORDER_MARK)) {
            names.set(0, names.getFirst().substring(1));
        }
        if (names.size() > MOST_COLUMNS) {
            throw new InputError(
                    file + " has " + names.size() + " columns: it is not a table of trials, units or" + " spikes.");
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

    private static String firstLine(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(FIRST_LINE), StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    private static CSVFormat format(String firstLine) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(firstLine))
                .setIgnoreEmptyLines(true)
                .get();
    }

    /** The separator that is most frequent in the first line. */
    private static char separator(String firstLine) {
        char best = ',';
        for (char separator : new char[] {'\t', ';'}) {
            if (count(firstLine, separator) > count(firstLine, best)) {
                best = separator;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
