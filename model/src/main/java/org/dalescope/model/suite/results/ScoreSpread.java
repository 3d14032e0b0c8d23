package org.dalescope.model.suite.results;

import java.util.Arrays;
import java.util.List;
import org.dalescope.model.math.stats.Descriptive;

/**
 * The values of a score over the seeds of a suite's arm, with mean and standard deviation.
 *
 * @param mean NaN if there are no values
 * @param sd standard deviation with n - 1; NaN below two values
 */
public record ScoreSpread(List<Double> values, double mean, double sd) {
    static ScoreSpread of(double... values) {
        return new ScoreSpread(
                Arrays.stream(values).boxed().toList(),
                Arrays.stream(values).average().orElse(Double.NaN),
                Descriptive.standardDeviation(values));
    }

    public double min() {
        return values.stream().mapToDouble(v -> v).min().orElse(Double.NaN);
    }

    public double max() {
        return values.stream().mapToDouble(v -> v).max().orElse(Double.NaN);
    }
}
