package org.dalescope.model.session.format.recording;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;

/**
 * The table whose rows are the trials of a recording.
 *
 * @param start name of the column with the start of every trial
 * @param stop name of the column with the end of every trial
 * @param startS start of every trial in seconds
 * @param stopS end of every trial in seconds; NaN if the file gives none
 * @param unitS seconds per unit of the times in the table
 */
public record TrialTable(
        DataTable table, String start, String stop, List<String> names, double[] startS, double[] stopS, double unitS) {
    /**
     * A table with its times as they are stored.
     *
     * @param names columns that can name the trials, the best first
     * @throws InputError if the start is not a column of numbers
     */
    public static TrialTable of(DataTable table, String start, String stop, List<String> names) {
        double[] starts = table.numbers(start)
                .orElseThrow(() -> new InputError("The trials table " + table.path() + " has no readable column '"
                        + start + "': choose another table with \"trials\" in a mapping."));
        double[] nowhere = new double[starts.length];
        Arrays.fill(nowhere, Double.NaN);
        return new TrialTable(
                table, start, stop, names, starts, table.numbers(stop).orElse(nowhere), 1);
    }

    /** The same table with its times in seconds, for a unit of this many seconds. */
    public TrialTable inUnits(double seconds) {
        return new TrialTable(table, start, stop, names, scaled(startS, seconds), scaled(stopS, seconds), seconds);
    }

    public int rows() {
        return startS.length;
    }

    /** Whether a column is the start or the end of the trials. */
    boolean isBorder(String column) {
        return column.equals(start) || column.equals(stop);
    }

    /** A column of times in seconds. */
    public Optional<double[]> timesS(String column) {
        return table.numbers(column).map(times -> scaled(times, unitS));
    }

    /** The id of every trial, or its position if the table does not name the trials by unique whole numbers. */
    int[] ids() {
        return names.stream()
                .flatMap(name -> table.numbers(name).filter(SelectedUnits::areNames).stream())
                .findFirst()
                .map(ids -> Arrays.stream(ids).mapToInt(id -> (int) id).toArray())
                .orElseGet(() -> IntStream.range(0, rows()).toArray());
    }

    private static double[] scaled(double[] times, double unit) {
        return Arrays.stream(times).map(time -> time * unit).toArray();
    }
}
