package org.dalescope.model.analysis.perturbation;

import java.util.Arrays;
import org.dalescope.model.analysis.core.Statistic.Uncertainty;

/**
 * The spread of a number of a perturbation analysis over networks of different seeds: mean and standard deviation.
 *
 * @param mean of the values that are defined; NaN if there are none
 * @param sd with n - 1; NaN for fewer than two values
 * @param n number of values that are defined
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

    /** The interval of one standard deviation on either side of the mean. */
    Uncertainty interval() {
        return n < 2 ? Uncertainty.NONE : new Uncertainty("mean -+ sd over " + n + " seeds", mean - sd, mean + sd);
    }
}
