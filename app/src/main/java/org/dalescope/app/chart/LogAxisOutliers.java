package org.dalescope.app.chart;

import java.util.Arrays;

/**
 * Removes outliers of a curve of a chart. The first epoch of a fit may be wrong by twenty powers of ten and must not
 * determine axes or smoothing.
 */
public final class LogAxisOutliers {
    private static final double FACTOR = 1000;

    private LogAxisOutliers() {}

    /** The values, with NaN in place of values above a thousand times the median magnitude. */
    public static double[] without(double[] values) {
        double[] magnitudes = Arrays.stream(values)
                .filter(v -> Double.isFinite(v) && v != 0)
                .map(Math::abs)
                .sorted()
                .toArray();
        double limit =
                magnitudes.length < 3 ? Double.POSITIVE_INFINITY : FACTOR * magnitudes[(magnitudes.length - 1) / 2];
        return Arrays.stream(values)
                .map(v -> Math.abs(v) > limit ? Double.NaN : v)
                .toArray();
    }
}
