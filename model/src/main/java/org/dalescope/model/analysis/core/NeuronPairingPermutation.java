package org.dalescope.model.analysis.core;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.session.Neuron;

/**
 * The permutation test of the pairing between the neurons of model and data, for the statistics of any analysis. Under
 * its null, each neuron of the model can stand for any neuron of the data; whole neurons are permuted, not single
 * values. The random draws depend on ids, not on the order of neurons.
 */
public final class NeuronPairingPermutation {
    /** The description of this null in {@link Statistic.Chance}. */
    public static final String WHAT = "permutation of neurons, 1999 draws";

    private static final int DRAWS = 1999;
    /** Values that differ only by rounding count as equal. */
    private static final double TOLERANCE = 1e-12;

    private NeuronPairingPermutation() {}

    /**
     * Two-sided p of a statistic. The observed order counts as a draw.
     *
     * @param statistic as a function of an order, which gives the neuron of the model that stands for each neuron of
     *     the data
     * @return NaN if the statistic is not defined for the observed order
     */
    public static double p(List<Neuron> neurons, ToDoubleFunction<int[]> statistic) {
        int n = neurons.size();
        int[] byId = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingInt(i -> neurons.get(i).id()))
                .mapToInt(Integer::intValue)
                .toArray();
        double observed = Math.abs(statistic.applyAsDouble(IntStream.range(0, n).toArray()));
        if (Double.isNaN(observed)) {
            return Double.NaN;
        }
        int far = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] permutation = CounterRandom.of(0, Stream.PERMUTATION).at(draw).permutation(n);
            int[] order = new int[n];
            for (int k = 0; k < n; k++) {
                order[byId[k]] = byId[permutation[k]];
            }
            far += Math.abs(statistic.applyAsDouble(order)) >= observed - TOLERANCE ? 1 : 0;
        }
        return far / (DRAWS + 1.0);
    }
}
