package org.dalescope.model.math.stats;

import java.util.Arrays;

/** Means, medians and quantiles of arrays. Means and medians leave NaN values out; without any value they are NaN. */
public final class Descriptive {
    private Descriptive() {}

    /** The mean. */
    public static double mean(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
    }

    /** The standard deviation with n - 1; NaN below two values, or if one value is NaN. */
    public static double standardDeviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    /** The median; for an even number of values, the mean of the two in the middle. */
    public static double median(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /**
     * A quantile, interpolated linearly between neighbours as NumPy does by default.
     *
     * @param ascending at least one value, in ascending order
     * @param share from 0 to 1
     */
    public static double quantile(double[] ascending, double share) {
        double place = share * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }

    /** The mean of the values that are finite; NaN if there are none. */
    public static double meanOfFinite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    /** The number of values that are finite. */
    public static long countFinite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).count();
    }

    /**
     * The mean over rows of each column.
     *
     * @param rows {@code [row][column]}, one row or more
     */
    public static double[] columnMeans(double[][] rows) {
        double[] means = new double[rows[0].length];
        Arrays.setAll(means, column -> Arrays.stream(rows)
                .mapToDouble(row -> row[column])
                .average()
                .orElse(Double.NaN));
        return means;
    }
}
