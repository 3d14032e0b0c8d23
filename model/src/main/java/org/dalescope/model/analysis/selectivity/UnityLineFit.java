package org.dalescope.model.analysis.selectivity;

import java.util.stream.IntStream;
import org.dalescope.model.math.stats.Correlation;

/**
 * A comparison of selectivity indices of model and data: how close the points are to the unity line, on which both
 * are equal.
 *
 * @param data {@code [neuron][pair]}
 * @param model {@code [neuron][pair]}
 */
record UnityLineFit(double[][] data, double[][] model) {

    /**
     * Pearson's r over some neurons and all pairs of levels.
     *
     * @param order which of these neurons of the model stands for each of the data's
     */
    double r(int[] neurons, int[] order) {
        int pairs = data.length == 0 ? 0 : data[0].length;
        double[] a = new double[neurons.length * pairs];
        double[] b = new double[a.length];
        for (int i = 0; i < neurons.length; i++) {
            System.arraycopy(data[neurons[i]], 0, a, i * pairs, pairs);
            System.arraycopy(model[neurons[order[i]]], 0, b, i * pairs, pairs);
        }
        return Correlation.pearson(a, b);
    }

    /**
     * The share of the given neurons whose index has the same sign in the model, at the pair that the neuron
     * distinguishes best in the data.
     */
    double signAgreement(int[] neurons) {
        return IntStream.of(neurons)
                .mapToDouble(neuron -> {
                    int pair = AucIndex.largest(data[neuron]);
                    return data[neuron][pair] * model[neuron][pair] > 0 ? 1 : 0;
                })
                .average()
                .orElse(Double.NaN);
    }

    /** Mean of |model - data| over some neurons and all pairs. */
    double distance(int[] neurons) {
        return IntStream.of(neurons)
                .boxed()
                .flatMapToDouble(
                        n -> IntStream.range(0, data[n].length).mapToDouble(k -> Math.abs(model[n][k] - data[n][k])))
                .average()
                .orElse(Double.NaN);
    }
}
