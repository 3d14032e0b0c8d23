package org.dalescope.model.session.format.arrays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.dalescope.model.session.format.container.Variable.Numeric;

/**
 * Reads lists of spike times that a file of arrays pads to a rectangle: along one axis, a row holds times in ascending
 * order and then NaN, 0 or -1. A 0 or -1 counts as padding only if it follows a later time in some row, which cannot
 * happen in a list of ascending times.
 */
final class PaddedTimes {
    private static final double[] PADDINGS = {0, -1};

    /**
     * Without a mapping, a rectangle is taken as spike times only if it holds at least this many times, and this many
     * per row.
     */
    private static final int FEWEST = 20;

    private static final double FEWEST_PER_ROW = 1.5;

    private static final double MOST_TIES = 0.1;
    private static final int SAMPLED = 64;

    private PaddedTimes() {}

    /** The rows along an axis without their padding, in the order of the other axes, the first of them slowest. */
    static List<double[]> rows(Numeric array, int along) {
        List<double[]> rows = new ArrayList<>(all(array, along, 1));
        rows.replaceAll(row -> Arrays.copyOf(row, kept(row, Double.NaN)));
        boolean gaps = rows.stream().anyMatch(row -> row.length < array.shape()[along]);
        OptionalDouble padding = gaps ? OptionalDouble.empty() : padding(rows);
        if (padding.isPresent()) {
            rows.replaceAll(row -> Arrays.copyOf(row, kept(row, padding.getAsDouble())));
        }
        return rows;
    }

    /** Whether an array looks like padded lists of times along an axis. */
    static boolean isPadded(Numeric array, int along) {
        if (array.shape()[along] < 2 || !sample(array, along).stream().allMatch(PaddedTimes::isPaddedRow)) {
            return false;
        }
        List<double[]> rows = rows(array, along);
        long times = rows.stream().mapToLong(row -> row.length).sum();
        boolean padded = rows.stream().anyMatch(row -> row.length < array.shape()[along]);
        return padded
                && times >= FEWEST
                && times >= FEWEST_PER_ROW * rows.size()
                && rows.stream().allMatch(PaddedTimes::ascends)
                && !repeats(rows)
                && rows.stream().anyMatch(row -> Arrays.stream(row).anyMatch(v -> v != Math.rint(v)) || row.length > 2);
    }

    /** A few rows, so that a large array of counts is ruled out quickly. */
    private static List<double[]> sample(Numeric array, int along) {
        int rows = array.size() / array.shape()[along];
        int step = Math.max(1, rows / SAMPLED);
        return all(array, along, step);
    }

    private static boolean isPaddedRow(double[] row) {
        double[] times = Arrays.copyOf(row, kept(row, Double.NaN));
        return ascends(times)
                || Arrays.stream(PADDINGS).anyMatch(value -> ascends(Arrays.copyOf(times, kept(times, value))));
    }

    private static boolean ascends(double[] row) {
        return IntStream.range(1, row.length).allMatch(i -> row[i] >= row[i - 1]);
    }

    /** Whether values often repeat: spikes of a neuron are hardly ever at the same time, but counts often repeat. */
    private static boolean repeats(List<double[]> rows) {
        long steps = rows.stream().mapToLong(row -> Math.max(0, row.length - 1)).sum();
        long ties = rows.stream()
                .mapToLong(row -> IntStream.range(1, row.length)
                        .filter(i -> row[i] == row[i - 1])
                        .count())
                .sum();
        return ties > MOST_TIES * steps;
    }

    /** The value that pads rows, if it follows a later time in one of them. */
    private static OptionalDouble padding(List<double[]> rows) {
        return Arrays.stream(PADDINGS)
                .filter(value -> rows.stream().anyMatch(row -> {
                    int kept = kept(row, value);
                    double[] times = Arrays.copyOf(row, kept);
                    return kept > 0 && kept < row.length && times[kept - 1] > value && ascends(times);
                }))
                .findFirst();
    }

    /** The length of a row without the value at its end; for NaN, without all values there that are not finite. */
    private static int kept(double[] row, double value) {
        int kept = row.length;
        while (kept > 0 && (Double.isNaN(value) ? !Double.isFinite(row[kept - 1]) : row[kept - 1] == value)) {
            kept--;
        }
        return kept;
    }

    /** The position of a row along the other axes; the first of them is the slowest. */
    static int[] place(int row, int[] shape, int[] others) {
        int[] at = new int[others.length];
        int rest = row;
        for (int k = others.length - 1; k >= 0; k--) {
            at[k] = rest % shape[others[k]];
            rest /= shape[others[k]];
        }
        return at;
    }

    /** Every {@code step}-th row. */
    private static List<double[]> all(Numeric array, int along, int step) {
        int[] shape = array.shape();
        int[] strides = array.strides();
        double[] values = array.values().get();
        int[] others =
                IntStream.range(0, shape.length).filter(axis -> axis != along).toArray();
        int count = shape[along] == 0 ? 0 : values.length / shape[along];
        List<double[]> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i += step) {
            int[] at = place(i, shape, others);
            int offset = IntStream.range(0, at.length)
                    .map(k -> at[k] * strides[others[k]])
                    .sum();
            double[] row = new double[shape[along]];
            for (int j = 0; j < row.length; j++) {
                row[j] = values[offset + j * strides[along]];
            }
            rows.add(row);
        }
        return rows;
    }
}
