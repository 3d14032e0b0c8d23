package org.dalescope.model.analysis.variability;

import java.util.Arrays;

/** Counts and means of measures of trial-to-trial variability, without values that are not defined (NaN). */
final class FiniteSums {
    private FiniteSums() {}

    static double mean(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    static long count(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).count();
    }

    /** The mean over networks, entry by entry. */
    static double[] mean(double[][] each) {
        double[] mean = new double[each[0].length];
        Arrays.setAll(
                mean,
                i -> Arrays.stream(each).mapToDouble(own -> own[i]).average().orElse(Double.NaN));
        return mean;
    }
}
