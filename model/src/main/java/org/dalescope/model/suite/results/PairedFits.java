package org.dalescope.model.suite.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dalescope.model.scoring.ScoreKind;

/**
 * The results of two arms of a suite on one session, paired by seed. Differences are the first arm minus the second.
 */
record PairedFits(List<Pair> pairs) {
    /** Two fits with the same seed. */
    record Pair(FitSummary first, FitSummary second) {}

    static PairedFits of(Map<Long, FitSummary> first, Map<Long, FitSummary> second) {
        List<Pair> pairs = new ArrayList<>();
        first.forEach((seed, fit) ->
                Optional.ofNullable(second.get(seed)).ifPresent(other -> pairs.add(new Pair(fit, other))));
        return new PairedFits(List.copyOf(pairs));
    }

    /** The difference of psth_r, one pair per seed. */
    PairedDifference overSeeds() {
        double[] differences = pairs.stream()
                .mapToDouble(pair -> pair.first().score(ScoreKind.PSTH_R).value()
                        - pair.second().score(ScoreKind.PSTH_R).value())
                .toArray();
        return PairedDifference.of(PairedDifference.defined(differences));
    }

    /**
     * The difference of each neuron's psth_r, averaged over the seeds that both arms finished, one pair per neuron id.
     */
    PairedDifference overNeurons() {
        Map<Integer, Double> firsts = byNeuron(pairs.stream().map(Pair::first).toList());
        Map<Integer, Double> seconds = byNeuron(pairs.stream().map(Pair::second).toList());
        double[] differences = firsts.entrySet().stream()
                .mapToDouble(e -> e.getValue() - seconds.getOrDefault(e.getKey(), Double.NaN))
                .toArray();
        return PairedDifference.of(PairedDifference.defined(differences));
    }

    /** The r of each neuron by id, averaged over fits. */
    static Map<Integer, Double> byNeuron(Collection<FitSummary> fits) {
        Map<Integer, Double> sums = new TreeMap<>();
        fits.forEach(fit -> fit.score(ScoreKind.PSTH_R)
                .perNeuron()
                .forEach((neuron, r) -> sums.merge(neuron, r / fits.size(), Double::sum)));
        return sums;
    }
}
