package org.dalescope.model.analysis.core;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.session.Neuron;

/**
 * The null in which it does not matter which of the model's neurons stands for which of the data's: neurons are permuted as
 * wholes, never single entries of theirs. Draws depend on ids, not on the order of neurons.
 */
public final class NeuronPairingPermutation {
    /** What {@link Statistic.Chance} calls it. */
    public static final String WHAT = "permutation of neurons, 1999 draws";

    private static final int DRAWS = 1999;
    /** Values that differ by rounding alone are equal. */
    private static final double TOLERANCE = 1e-12;

    private NeuronPairingPermutation() {}

    /**
     * Two-sided p of a statistic, the observed order counted as a draw.
     *
     * @param statistic of an order: which of the model's neurons stands for each of the data's
     * @return NaN where the statistic is not defined for the order as it is
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
