package org.dalescope.model.analysis.variability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;

/**
 * The pairs of neurons whose noise correlations are measured, in ascending order of ids, with the lower id first.
 *
 * @param first positions in the session
 * @param second positions in the session
 */
record NeuronIdPairs(List<Neuron> neurons, int[] first, int[] second) {
    static NeuronIdPairs of(List<Neuron> neurons) {
        Integer[] byId = new Integer[neurons.size()];
        Arrays.setAll(byId, i -> i);
        Arrays.sort(byId, Comparator.comparingInt(i -> neurons.get(i).id()));
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < byId.length; i++) {
            for (int j = i + 1; j < byId.length; j++) {
                pairs.add(new int[] {byId[i], byId[j]});
            }
        }
        return new NeuronIdPairs(
                neurons,
                pairs.stream().mapToInt(p -> p[0]).toArray(),
                pairs.stream().mapToInt(p -> p[1]).toArray());
    }

    int count() {
        return first.length;
    }

    /** The correlations of all pairs if neuron {@code order[i]} takes the place of neuron i. */
    double[] correlations(WithinConditionMoments moments, int[] order) {
        double[] r = new double[count()];
        Arrays.setAll(r, pair -> moments.correlation(order[first[pair]], order[second[pair]]));
        return r;
    }

    /** The types of a pair, E before I. */
    String types(int pair) {
        NeuronType a = neurons.get(first[pair]).type();
        NeuronType b = neurons.get(second[pair]).type();
        return a.compareTo(b) <= 0 ? a.letter() + b.letter() : b.letter() + a.letter();
    }
}
