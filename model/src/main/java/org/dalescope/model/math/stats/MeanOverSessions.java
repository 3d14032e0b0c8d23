package org.dalescope.model.math.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of one value per session, with the session as the unit: every session counts once, whatever its number of
 * trials and neurons.
 *
 * @param sessions with a defined value
 * @param low of Student's 95 % interval over sessions; NaN below two sessions
 * @param high of the interval
 */
public record MeanOverSessions(int sessions, double mean, double low, double high) {
    private static final double TAIL = 0.025;

    /** The mean of the values that are defined. */
    public static MeanOverSessions of(double[] values) {
        double[] defined = Arrays.stream(values).filter(Double::isFinite).toArray();
        int n = defined.length;
        double mean = Arrays.stream(defined).average().orElse(Double.NaN);
        double squares =
                Arrays.stream(defined).map(v -> (v - mean) * (v - mean)).sum();
        double half = n < 2
                ? Double.NaN
                : TDistribution.of(n - 1.0).inverseSurvivalProbability(TAIL) * Math.sqrt(squares / (n - 1) / n);
        return new MeanOverSessions(n, mean, mean - half, mean + half);
    }
}
