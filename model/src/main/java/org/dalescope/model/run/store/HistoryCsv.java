package org.dalescope.model.run.store;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.settings.schema.SnakeCaseNames;
import org.dalescope.model.training.EpochRecord;

/**
 * Reads and writes the history of a fit, the file {@code history.csv} of a run folder. It has a row per epoch, and its
 * columns are named after the components of {@link EpochRecord}. Empty cells are not defined.
 */
public final class HistoryCsv {
    private static final List<RecordComponent> COLUMNS = List.of(EpochRecord.class.getRecordComponents());

    /** The number of columns in runs from before L_output, which can still be read. */
    private static final int OLD_COLUMNS = 20;

    private HistoryCsv() {}

    /** The names of the columns in order. */
    public static List<String> columns() {
        return COLUMNS.stream().map(c -> SnakeCaseNames.of(c.getName())).toList();
    }

    /** Writes a whole history and returns its length in bytes. */
    public static long write(RunFolder run, List<EpochRecord> history) {
        StringBuilder text = new StringBuilder(String.join(",", columns())).append('\n');
        for (EpochRecord epoch : history) {
            text.append(row(epoch));
        }
        AtomicFile.writeInside(run.historyCsv(), text.toString());
        return text.length();
    }

    /**
     * Appends the epochs that a file does not contain yet. It first removes everything after the epochs that the file
     * is known to contain: epochs after the last checkpoint, or an incomplete row after a crash.
     *
     * @param rows number of epochs of the history that the file is known to contain
     * @param bytes length of these epochs in the file
     * @return the length of the file with the whole history
     */
    public static long append(RunFolder run, List<EpochRecord> history, int rows, long bytes) {
        StringBuilder text = new StringBuilder();
        history.subList(rows, history.size()).forEach(epoch -> text.append(row(epoch)));
        byte[] more = text.toString().getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(run.historyCsv(), StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
            ByteBuffer left = ByteBuffer.wrap(more);
            while (left.hasRemaining()) {
                channel.write(left, bytes + left.position());
            }
            channel.force(true);
        } catch (IOException e) {
            throw new StorageError(
                    run.historyCsv() + " cannot be written (" + e.getMessage() + "). Check the disk.", e);
        }
        return bytes + more.length;
    }

    private static String row(EpochRecord epoch) {
        return Arrays.stream(values(epoch)).mapToObj(HistoryCsv::cell).collect(Collectors.joining(",")) + "\n";
    }

    /** Reads what {@link #write} and {@link #append} wrote. An incomplete row at the end is ignored. */
    public static List<EpochRecord> read(RunFolder run) {
        Path file = run.historyCsv();
        try {
            List<EpochRecord> history = new ArrayList<>();
            String text = Files.readString(file);
            List<String> lines =
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
            int width = lines.isEmpty() ? 0 : lines.getFirst().split(",", -1).length;
            boolean known = width == OLD_COLUMNS || width == COLUMNS.size();
            if (!known || !lines.getFirst().equals(String.join(",", columns().subList(0, width)))) {
                throw new InputError(file + " does not begin with the columns of a history. Restore it from a copy.");
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
            throw UnreadableRunReason.of(
                    file, file + " is damaged (a row is incomplete or not numeric). Restore it from a copy.", e);
        }
    }

    /** The numbers of an epoch in the order of the columns. */
    public static double[] values(EpochRecord epoch) {
        return COLUMNS.stream().mapToDouble(column -> value(column, epoch)).toArray();
    }

    /** The epoch with these numbers. Rows from before L_output end without it. */
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
