package org.dalescope.model.math.stats;

import java.util.Arrays;

/** Counts and means of measures of trial-to-trial variability, without values that are not defined (NaN). */
public final class FiniteSums {
    private FiniteSums() {}

    public static double mean(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    public static long count(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).count();
    }

    /** The mean over networks, entry by entry. */
    public static double[] mean(double[][] each) {
        double[] mean = new double[each[0].length];
        Arrays.setAll(
                mean,
                i -> Arrays.stream(each).mapToDouble(own -> own[i]).average().orElse(Double.NaN));
        return mean;
    }
}
