package org.dalescope.model.analysis.variability;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dalescope.model.math.stats.Jackknife;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Splits;

/**
 * The variability of the spike counts of data and networks within conditions, on the same trials.
 *
 * @param trialIds ascending
 * @param conditions rows of the trials of each combination of levels of the discrete factors
 * @param models one per network, expected counts
 */
record CountVariability(
        int[] trialIds, List<int[]> conditions, SpikeCountWindows data, List<SpikeCountWindows> models) {
    private static final int GROUPS = 20;

    static CountVariability of(Session session, Mask mask, List<ModelRates> each) {
        int[] trials = each.getFirst().trialIds();
        int neurons = session.neurons().size();
        Map<Integer, Integer> given = new HashMap<>();
        for (int row = 0; row < trials.length; row++) {
            given.put(trials[row], row);
        }
        int[] ids = IntStream.of(trials).sorted().toArray();
        int[] rowOf = IntStream.of(ids).map(given::get).toArray();
        int[] positions = session.positions(ids);
        Map<Integer, Integer> sorted = new HashMap<>();
        for (int row = 0; row < ids.length; row++) {
            sorted.put(ids[row], row);
        }
        List<int[]> conditions = Splits.strata(session, ids).stream()
                .map(condition -> IntStream.of(condition).map(sorted::get).toArray())
                .toList();
        SpikeCountWindows data = SpikeCountWindows.of(
                session.time(), mask, positions, neurons, (i, bin, n) -> session.rate(positions[i], bin, n));
        List<SpikeCountWindows> models = each.stream()
                .map(rates -> SpikeCountWindows.of(
                        session.time(), mask, positions, neurons, (i, bin, n) -> rates.rate(rowOf[i], bin, n)))
                .toList();
        return new CountVariability(ids, conditions, data, models);
    }

    WithinConditionMoments dataMoments() {
        return WithinConditionMoments.of(data, conditions, row -> true);
    }

    List<WithinConditionMoments> modelMoments() {
        return models.stream()
                .map(model -> WithinConditionMoments.of(model, conditions, row -> true)
                        .withPoissonEmission())
                .toList();
    }

    /** The standard error of a value of the data, by the jackknife over 20 groups of trials. */
    double standardError(ToDoubleFunction<WithinConditionMoments> value) {
        int groups = Math.min(GROUPS, trialIds.length);
        return Jackknife.standardError(groups, group -> {
            IntPredicate kept = row -> row % groups != group;
            return value.applyAsDouble(WithinConditionMoments.of(data, conditions, kept));
        });
    }
}
