package org.dalescope.model.math.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The difference of the means of two independent groups, the first minus the second, with Welch's 95 % interval, which
 * allows for different variances.
 *
 * @param low lower end; NaN if a group has fewer than two values or neither varies
 * @param high upper end
 */
public record WelchInterval(double difference, double low, double high) {
    private static final double TAIL = 0.025;

    public static WelchInterval of(double[] first, double[] second) {
        double difference = Descriptive.mean(first) - Descriptive.mean(second);
        double a = squaredError(first);
        double b = squaredError(second);
        double freedom = (a + b) * (a + b) / (a * a / (first.length - 1.0) + b * b / (second.length - 1.0));
        if (first.length < 2 || second.length < 2 || !(freedom > 0)) {
            return new WelchInterval(difference, Double.NaN, Double.NaN);
        }
        double half = TDistribution.of(freedom).inverseSurvivalProbability(TAIL) * Math.sqrt(a + b);
        return new WelchInterval(difference, difference - half, difference + half);
    }

    /** The squared standard error of the mean. */
    private static double squaredError(double[] values) {
        double mean = Descriptive.mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1.0) / values.length;
    }
}
