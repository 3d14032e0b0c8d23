package org.dalescope.model.analysis.core;

import org.dalescope.model.analysis.core.Statistic.Uncertainty;
import org.dalescope.model.math.stats.StudentInterval;

/** The 95 % confidence intervals of the statistics of any analysis, over seeds or over trials. */
public final class ConfidenceIntervals {
    private static final double NORMAL = 1.959963984540054;

    private ConfidenceIntervals() {}

    /** Student's interval of the mean over networks; none for a single network. */
    public static Uncertainty overSeeds(double[] values) {
        int n = values.length;
        if (n < 2) {
            return Uncertainty.NONE;
        }
        StudentInterval interval = StudentInterval.of(values);
        return new Uncertainty("95 % over " + n + " seeds (Student)", interval.low(), interval.high());
    }

    /** The normal interval of a value from its jackknife standard error over trials. */
    public static Uncertainty overTrials(double value, double standardError) {
        return new Uncertainty(
                "95 % over trials (jackknife, 20 groups)",
                value - NORMAL * standardError, value + NORMAL * standardError);
    }
}
