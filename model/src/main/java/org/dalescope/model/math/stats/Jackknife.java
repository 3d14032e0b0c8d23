package org.dalescope.model.math.stats;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Jackknife standard errors of a statistic, from its values without one trial or without one group of trials. */
public final class Jackknife {
    private static final int LEAST = 3;

    private Jackknife() {}

    /**
     * Standard error: sqrt((n - 1) / n sum (value without i - their mean)^2).
     *
     * @param n number of trials or groups; the result is NaN below 3
     * @param without gives the value without the i-th trial or group
     */
    public static double standardError(int n, IntToDoubleFunction without) {
        if (n < LEAST) {
            return Double.NaN;
        }
        double[] values = new double[n];
        Arrays.setAll(values, without);
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares * (n - 1) / n);
    }
}
