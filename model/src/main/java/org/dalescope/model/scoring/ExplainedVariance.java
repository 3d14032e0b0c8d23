package org.dalescope.model.scoring;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A score of a model: the explained variance (R2) of its time courses with respect to the data's.
 *
 * @param residual sum over bins of (model - data)^2, per neuron
 * @param total sum over bins of (data - its mean)^2, per neuron; 0 if the data vary only by rounding
 */
record ExplainedVariance(double[] residual, double[] total) {

    /** The spread of a course that is only rounding, as a share of its mean. */
    private static final double ROUNDING = 1e-9;

    /** The sums for time courses {@code [neuron][bin]}. */
    static ExplainedVariance of(double[][] data, double[][] model) {
        double[] residual = new double[data.length];
        double[] total = new double[data.length];
        for (int neuron = 0; neuron < data.length; neuron++) {
            double mean = Arrays.stream(data[neuron]).average().orElse(Double.NaN);
            for (int bin = 0; bin < data[neuron].length; bin++) {
                double y = data[neuron][bin];
                double off = model[neuron][bin] - y;
                residual[neuron] += off * off;
                total[neuron] += (y - mean) * (y - mean);
            }
            if (total[neuron] <= data[neuron].length * Math.pow(ROUNDING * mean, 2)) {
                total[neuron] = 0;
            }
        }
        return new ExplainedVariance(residual, total);
    }

    /** The R2 of each neuron; NaN if the data do not vary. */
    double[] perNeuron() {
        double[] r2 = new double[total.length];
        Arrays.setAll(r2, n -> total[n] > 0 ? 1 - residual[n] / total[n] : Double.NaN);
        return r2;
    }

    /** The R2 of some neurons together. */
    double pooled(IntPredicate neurons) {
        double off = 0;
        double all = 0;
        for (int n = 0; n < total.length; n++) {
            if (neurons.test(n)) {
                off += residual[n];
                all += total[n];
            }
        }
        return all > 0 ? 1 - off / all : Double.NaN;
    }
}
