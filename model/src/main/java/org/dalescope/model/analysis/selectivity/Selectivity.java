package org.dalescope.model.analysis.selectivity;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The selectivity of all neurons for one factor in one window, in data and networks.
 *
 * @param data index of every pair of levels, {@code [neuron][pair]}
 * @param p of each neuron, by permutation of labels
 * @param eta partial eta squared of the data, {@code [neuron]}
 * @param models index, {@code [network][neuron][pair]}
 * @param modelEta {@code [network][neuron]}
 */
record Selectivity(
        TrialGrouping grouping,
        SelectivityWindow window,
        double[][] data,
        double[] p,
        double[] eta,
        double[][][] models,
        double[][] modelEta) {

    int neurons() {
        return data.length;
    }

    /** The pair of levels that a neuron of the data distinguishes best. */
    int largest(int neuron) {
        return AucIndex.largest(data[neuron]);
    }

    /** Mean over networks, {@code [neuron][pair]}. */
    double[][] model() {
        double[][] mean = new double[neurons()][grouping.pairs()];
        for (double[][] one : models) {
            for (int neuron = 0; neuron < mean.length; neuron++) {
                for (int pair = 0; pair < mean[neuron].length; pair++) {
                    mean[neuron][pair] += one[neuron][pair] / models.length;
                }
            }
        }
        return mean;
    }

    /** Partial eta squared, mean over networks. */
    double meanModelEta(int neuron) {
        return Arrays.stream(modelEta).mapToDouble(one -> one[neuron]).average().orElse(Double.NaN);
    }

    /** The share of the given neurons with p of at most 0.05. */
    double significant(int[] chosen) {
        return IntStream.of(chosen)
                .mapToDouble(n -> p[n] <= 0.05 ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }
}
