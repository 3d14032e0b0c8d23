package org.dalescope.model.analysis.perturbation;

import java.util.Arrays;
import org.dalescope.model.analysis.core.Statistic.Uncertainty;

/**
 * How a number varies over networks of different seeds.
 *
 * @param mean of those that are defined; NaN where none is
 * @param sd with n - 1; NaN for fewer than two
 * @param n how many are defined
 */
record SeedSpread(double mean, double sd, int n) {
    static SeedSpread of(double... values) {
        double[] defined = Arrays.stream(values).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(defined).average().orElse(Double.NaN);
        double squares =
                Arrays.stream(defined).map(v -> (v - mean) * (v - mean)).sum();
        return new SeedSpread(
                mean, defined.length < 2 ? Double.NaN : Math.sqrt(squares / (defined.length - 1)), defined.length);
    }

    /** One standard deviation to either side. */
    Uncertainty interval() {
        return n < 2 ? Uncertainty.NONE : new Uncertainty("mean -+ sd over " + n + " seeds", mean - sd, mean + sd);
    }
}
