package org.dalescope.model.math.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of some values, and Student's interval that contains one further value of the same kind in 90 % of cases:
 * mean -+ t sd sqrt(1 + 1/n).
 *
 * @param mean of the values that are finite; NaN if there are none
 * @param low lower end; NaN below two finite values
 * @param high upper end
 * @param n number of finite values
 */
public record PredictionInterval(double mean, double low, double high, int n) {
    private static final double TAIL = 0.05;

    public static PredictionInterval of(double... values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        int n = finite.length;
        double mean = Descriptive.meanOfFinite(finite);
        if (n < 2) {
            return new PredictionInterval(mean, Double.NaN, Double.NaN, n);
        }
        double half = factor(n) * Descriptive.standardDeviation(finite);
        return new PredictionInterval(mean, mean - half, mean + half, n);
    }

    /** Half the length of the interval of n values whose standard deviation is 1; NaN below two values. */
    public static double factor(int n) {
        return n < 2 ? Double.NaN : TDistribution.of(n - 1.0).inverseSurvivalProbability(TAIL) * Math.sqrt(1 + 1.0 / n);
    }
}
