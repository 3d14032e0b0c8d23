package org.dalescope.model.session.quality;

import java.util.Arrays;
import org.dalescope.model.math.stats.Descriptive;

/**
 * A robust z-score for quality checks of a session: the distance of a value from the median in robust standard
 * deviations.
 *
 * @param spread 1.4826 times the median absolute deviation, the standard deviation of a normal distribution
 */
record RobustScore(double median, double spread) {
    private static final double NORMAL = 1.4826;

    static RobustScore of(double[] values) {
        double median = Descriptive.median(values);
        double[] deviations =
                Arrays.stream(values).map(v -> Math.abs(v - median)).toArray();
        return new RobustScore(median, NORMAL * Descriptive.median(deviations));
    }

    /**
     * The score of a value.
     *
     * @param floor the smallest spread, such as that of counting statistics alone
     */
    double z(double value, double floor) {
        double scale = Math.max(spread, floor);
        return scale > 0 ? (value - median) / scale : 0;
    }
}
