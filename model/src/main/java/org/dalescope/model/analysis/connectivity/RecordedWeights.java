package org.dalescope.model.analysis.connectivity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.network.Network;
import org.dalescope.model.training.FittedNetwork;

/**
 * The weights between recorded neurons in the networks of several seeds.
 *
 * @param perSeed {@code [to][from]}, neurons in ascending order of ids
 */
record RecordedWeights(RecordedNeurons neurons, List<double[]> perSeed) {
    static RecordedWeights of(RecordedNeurons neurons, List<FittedNetwork> members) {
        return new RecordedWeights(
                neurons,
                members.stream().map(m -> weights(neurons, m.network())).toList());
    }

    int size() {
        return neurons.size();
    }

    WeightBlock block(int to, int from) {
        return WeightBlock.of(neurons.excitatory()[from], neurons.excitatory()[to]);
    }

    /** The mean over seeds, {@code [to][from]}. */
    double[] mean() {
        double[] mean = new double[size() * size()];
        for (double[] weights : perSeed) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += weights[i] / perSeed.size();
            }
        }
        return mean;
    }

    /**
     * The weights standardised within each block to mean 0 and standard deviation 1, so that differences between
     * blocks do not count as agreement; {@code [to][from]}.
     */
    double[] withinBlocks(int seed) {
        double[] w = perSeed.get(seed);
        double[] scaled = new double[w.length];
        for (WeightBlock block : WeightBlock.values()) {
            int[] pairs = pairs(block);
            double mean = Arrays.stream(pairs).mapToDouble(i -> w[i]).average().orElse(0);
            double variance = Arrays.stream(pairs)
                    .mapToDouble(i -> (w[i] - mean) * (w[i] - mean))
                    .average()
                    .orElse(0);
            for (int i : pairs) {
                scaled[i] = variance > 0 ? (w[i] - mean) / Math.sqrt(variance) : 0;
            }
        }
        return scaled;
    }

    /** The pairs of different neurons in a block, as indices into a matrix. */
    int[] pairs(WeightBlock block) {
        int n = size();
        return IntStream.range(0, n * n)
                .filter(i -> i / n != i % n && block(i / n, i % n) == block)
                .toArray();
    }

    private static double[] weights(RecordedNeurons neurons, Network network) {
        int[] units = neurons.units(network.units());
        int n = units.length;
        double[] weights = new double[n * n];
        Arrays.setAll(weights, i -> network.w()[units[i / n] * network.size() + units[i % n]]);
        return weights;
    }
}
