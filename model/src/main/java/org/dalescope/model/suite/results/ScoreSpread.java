package org.dalescope.model.suite.results;

import java.util.Arrays;
import java.util.List;

/**
 * The values of a score over the seeds of a suite's arm, with mean and standard deviation.
 *
 * @param mean NaN if there are no values
 * @param sd standard deviation with n - 1; NaN below two values
 */
public record ScoreSpread(List<Double> values, double mean, double sd) {
    static ScoreSpread of(double... values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return new ScoreSpread(
                Arrays.stream(values).boxed().toList(), mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
    }

    public double min() {
        return values.stream().mapToDouble(v -> v).min().orElse(Double.NaN);
    }

    public double max() {
        return values.stream().mapToDouble(v -> v).max().orElse(Double.NaN);
    }
}
