package org.dalescope.model.analysis.connectivity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.Statistic;
import org.dalescope.model.analysis.circuit.ConditionRows;
import org.dalescope.model.analysis.circuit.NeuronPermutations;
import org.dalescope.model.analysis.circuit.NeuronPermutations.Outcome;

/** Whether neurons that respond alike are connected more: weight (mean over seeds) against similarity of the data's responses. */
final class WeightSimilarity {
    private WeightSimilarity() {}

    static List<Statistic> of(RecordedWeights weights, ConditionRows rows) {
        List<Statistic> statistics = new ArrayList<>();
        for (Similarity similarity : Similarity.all(rows, weights.neurons())) {
            for (boolean excitatory : new boolean[] {true, false}) {
                statistics.add(one(weights, similarity, excitatory));
            }
        }
        return statistics;
    }

    private static Statistic one(RecordedWeights weights, Similarity similarity, boolean excitatory) {
        boolean[] types = weights.neurons().excitatory();
        double[] mean = weights.mean();
        PairCorrelation.Pairs pairs = (to, from) -> types[from] == excitatory;
        int[] identity = IntStream.range(0, types.length).toArray();
        double observed = PairCorrelation.of(mean, similarity.values(), identity, identity, pairs);
        Outcome outcome = NeuronPermutations.test(
                observed,
                random -> PairCorrelation.of(
                        mean, similarity.values(), NeuronPermutations.withinType(types, random), identity, pairs));
        String type = excitatory ? "E" : "I";
        long senders = IntStream.range(0, types.length)
                .filter(i -> types[i] == excitatory)
                .count();
        return Statistic.plain(
                        "weight_vs_" + similarity.name() + "_from_" + (excitatory ? "e" : "i"),
                        "Pearson's r over ordered pairs of recorded neurons between the weight from an " + type
                                + " neuron (mean over seeds) and the " + similarity.words(),
                        observed,
                        "",
                        senders * (types.length - 1) + " pairs of " + types.length + " neurons")
                .against(outcome.chance());
    }
}
