package org.dalescope.model.suite.results;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of paired differences between two arms of a suite, with its uncertainty.
 *
 * @param n number of pairs
 * @param mean NaN if there are no pairs
 * @param low lower end of Student's 95 % interval; NaN below two pairs
 * @param high upper end of the interval
 * @param p two-sided p of {@link SignFlipPermutation}; NaN below two pairs
 */
public record PairedDifference(int n, double mean, double low, double high, double p) {
    private static final double TAIL = 0.025;

    /** The result without pairs. */
    static PairedDifference none() {
        return of(new double[0]);
    }

    static PairedDifference of(double[] differences) {
        ScoreSpread spread = ScoreSpread.of(differences);
        int n = differences.length;
        if (n < 2) {
            return new PairedDifference(n, spread.mean(), Double.NaN, Double.NaN, Double.NaN);
        }
        double quantile = TDistribution.of(n - 1).inverseSurvivalProbability(TAIL);
        double half = quantile * spread.sd() / Math.sqrt(n);
        return new PairedDifference(
                n, spread.mean(), spread.mean() - half, spread.mean() + half, SignFlipPermutation.p(differences));
    }

    /** The smallest p that this number of pairs can give. */
    public double smallestP() {
        return SignFlipPermutation.smallestP(n);
    }

    /** The defined differences. */
    static double[] defined(double[] differences) {
        return Arrays.stream(differences).filter(Double::isFinite).toArray();
    }
}
