package org.dalescope.model.math.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of some values and Student's 95 % interval of it.
 *
 * @param low lower end; NaN below two values
 * @param high upper end
 */
public record StudentInterval(double mean, double low, double high) {
    private static final double TAIL = 0.025;

    public static StudentInterval of(double[] values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        if (n < 2) {
            return new StudentInterval(mean, Double.NaN, Double.NaN);
        }
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double half = TDistribution.of(n - 1.0).inverseSurvivalProbability(TAIL) * Math.sqrt(squares / (n - 1) / n);
        return new StudentInterval(mean, mean - half, mean + half);
    }
}
