package org.dalescope.app.chart;

import java.util.Arrays;

/** A first epoch may be off by twenty powers of ten; neither axes nor smoothing may follow it. */
public final class LogAxisOutliers {
    private static final double FACTOR = 1000;

    private LogAxisOutliers() {}

    /** The values with those beyond a thousand times the median magnitude left out as NaN. */
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
