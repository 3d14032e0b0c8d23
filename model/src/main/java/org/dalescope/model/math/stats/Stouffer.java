package org.dalescope.model.math.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Stouffer's method: one test from independent tests of the same hypothesis.
 *
 * @param z sum of the z values divided by the root of their number
 * @param p two-sided
 */
public record Stouffer(double z, double p) {
    /** Combines z values, each with the same weight; NaN for none. */
    public static Stouffer of(double[] zs) {
        double z = zs.length == 0 ? Double.NaN : Arrays.stream(zs).sum() / Math.sqrt(zs.length);
        double p =
                Double.isNaN(z) ? Double.NaN : 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
        return new Stouffer(z, p);
    }
}
