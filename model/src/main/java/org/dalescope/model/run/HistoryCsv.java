package org.dalescope.model.run;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dalescope.model.Refusal;
import org.dalescope.model.array.WholeFile;
import org.dalescope.model.parameter.SnakeCase;
import org.dalescope.model.training.EpochRecord;

/** {@code history.csv}: a row per epoch, columns named after the components of {@link EpochRecord}; empty = not defined. */
public final class HistoryCsv {
    private static final List<RecordComponent> COLUMNS = List.of(EpochRecord.class.getRecordComponents());

    /** Columns of runs from before L_output, which open as ever. */
    private static final int OLD_COLUMNS = 20;

    private HistoryCsv() {}

    /** Column names in order. */
    public static List<String> columns() {
        return COLUMNS.stream().map(c -> SnakeCase.of(c.getName())).toList();
    }

    public static void write(RunFolder run, List<EpochRecord> history) {
        StringBuilder text = new StringBuilder(String.join(",", columns())).append('\n');
        for (EpochRecord epoch : history) {
            text.append(Arrays.stream(values(epoch)).mapToObj(HistoryCsv::cell).collect(Collectors.joining(",")))
                    .append('\n');
        }
        WholeFile.write(run.historyCsv(), text.toString());
    }

    /** Reads what {@link #write} wrote. */
    public static List<EpochRecord> read(RunFolder run) {
        Path file = run.historyCsv();
        try {
            List<EpochRecord> history = new ArrayList<>();
            List<String> lines = Files.readAllLines(file);
            int width = lines.isEmpty() ? 0 : lines.getFirst().split(",", -1).length;
            boolean known = width == OLD_COLUMNS || width == COLUMNS.size();
            if (!known || !lines.getFirst().equals(String.join(",", columns().subList(0, width)))) {
                throw new Refusal(file + " does not begin with the history's columns: restore it from a copy.");
            }
            for (String line : lines.subList(1, lines.size())) {
                double[] row = Arrays.stream(line.split(",", -1))
                        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                        .toArray();
                if (row.length != width) {
                    throw new IOException("a row has " + row.length + " cells");
                }
                history.add(of(row));
            }
            return history;
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new Refusal(file + " is damaged (a row is cut off or not numeric): restore it from a copy.", e);
        }
    }

    /** An epoch's numbers in column order. */
    public static double[] values(EpochRecord epoch) {
        return COLUMNS.stream().mapToDouble(column -> value(column, epoch)).toArray();
    }

    /** The epoch with these numbers; rows of before there was L_output end without it. */
    static EpochRecord of(double[] v) {
        return new EpochRecord(
                (int) v[0],
                v[1],
                v[2],
                v[3],
                v[4],
                v[5],
                v[6],
                v[7],
                v[8],
                v[9],
                v[10],
                v[11],
                v[12],
                v[13],
                v[14],
                v[15],
                v[16],
                v[17],
                v[18],
                (int) v[19],
                v.length > OLD_COLUMNS ? v[OLD_COLUMNS] : Double.NaN);
    }

    private static double value(RecordComponent column, EpochRecord epoch) {
        try {
            return ((Number) column.getAccessor().invoke(epoch)).doubleValue();
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cell(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
