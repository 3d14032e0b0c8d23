package org.dalescope.model.analysis.core;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;
import org.dalescope.model.analysis.core.Statistic.Uncertainty;

/** The 95 % confidence intervals of the statistics of any analysis, over seeds or over trials. */
public final class ConfidenceIntervals {
    private static final double TAIL = 0.025;
    private static final double NORMAL = 1.959963984540054;

    private ConfidenceIntervals() {}

    /** Student's interval of the mean over networks; none for a single network. */
    public static Uncertainty overSeeds(double[] values) {
        int n = values.length;
        if (n < 2) {
            return Uncertainty.NONE;
        }
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double half = TDistribution.of(n - 1).inverseSurvivalProbability(TAIL) * Math.sqrt(squares / (n - 1) / n);
        return new Uncertainty("95 % over " + n + " seeds (Student)", mean - half, mean + half);
    }

    /** The normal interval of a value from its jackknife standard error over trials. */
    public static Uncertainty overTrials(double value, double standardError) {
        return new Uncertainty(
                "95 % over trials (jackknife, 20 groups)",
                value - NORMAL * standardError, value + NORMAL * standardError);
    }
}
