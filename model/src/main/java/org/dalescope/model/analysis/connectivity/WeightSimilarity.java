package org.dalescope.model.analysis.connectivity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.WithinTypePermutation;
import org.dalescope.model.analysis.circuit.WithinTypePermutation.Outcome;
import org.dalescope.model.analysis.core.Statistic;

/**
 * The correlation between the weights of pairs of neurons (mean over seeds) and the similarity of their responses in
 * the data.
 */
final class WeightSimilarity {
    private WeightSimilarity() {}

    static List<Statistic> of(RecordedWeights weights, ConditionAverages rows) {
        List<Statistic> statistics = new ArrayList<>();
        for (ResponseSimilarity similarity : ResponseSimilarity.all(rows, weights.neurons())) {
            for (boolean excitatory : new boolean[] {true, false}) {
                statistics.add(one(weights, similarity, excitatory));
            }
        }
        return statistics;
    }

    private static Statistic one(RecordedWeights weights, ResponseSimilarity similarity, boolean excitatory) {
        boolean[] types = weights.neurons().excitatory();
        double[] mean = weights.mean();
        PairCorrelation.Pairs pairs = (to, from) -> types[from] == excitatory;
        int[] identity = IntStream.range(0, types.length).toArray();
        double observed = PairCorrelation.of(mean, similarity.values(), identity, identity, pairs);
        Outcome outcome = WithinTypePermutation.test(
                observed,
                random -> PairCorrelation.of(
                        mean, similarity.values(), WithinTypePermutation.withinType(types, random), identity, pairs));
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
