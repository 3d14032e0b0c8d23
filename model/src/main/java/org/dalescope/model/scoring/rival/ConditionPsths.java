package org.dalescope.model.scoring.rival;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.psth.Psth;

/**
 * The PSTHs of the training trials of every condition. A condition is a combination of the levels of all discrete
 * factors.
 */
record ConditionPsths(Session session, Psth everything, Map<List<Double>, Psth> byCondition) {
    private static final int LEAST_TRIALS = 3;

    static ConditionPsths of(Session session, Mask mask, int[] trainIds) {
        Map<List<Double>, List<Integer>> ids = new HashMap<>();
        int[] positions = session.positions(trainIds);
        for (int i = 0; i < trainIds.length; i++) {
            ids.computeIfAbsent(condition(session, positions[i]), c -> new ArrayList<>())
                    .add(trainIds[i]);
        }
        Map<List<Double>, Psth> psths = new HashMap<>();
        ids.forEach((condition, own) -> psths.put(
                condition,
                Psth.of(session, mask, own.stream().mapToInt(id -> id).toArray())));
        return new ConditionPsths(session, Psth.of(session, mask, trainIds), psths);
    }

    private static List<Double> condition(Session session, int position) {
        return session.factors().stream()
                .filter(factor -> factor.kind() != Factor.Kind.CONTINUOUS)
                .map(factor -> factor.values()[position])
                .toList();
    }

    /** The rates of every condition after smoothing. */
    Smoothed smoothed(double sigmaMs) {
        WeightedSmoothing smoothing =
                WeightedSmoothing.of(sigmaMs, session.time().binMs());
        double[] all = smoothing.apply(everything);
        Map<List<Double>, double[]> rates = new HashMap<>();
        byCondition.forEach((condition, psth) -> {
            double[] own = smoothing.apply(psth);
            for (int bin = 0; bin < psth.bins(); bin++) {
                if (psth.trials()[bin] < LEAST_TRIALS) {
                    System.arraycopy(all, bin * psth.neurons(), own, bin * psth.neurons(), psth.neurons());
                }
            }
            rates.put(condition, own);
        });
        return new Smoothed(session, all, rates);
    }

    /** Smoothed rates, {@code [bin][neuron]}, of all trials and of every condition. */
    record Smoothed(Session session, double[] all, Map<List<Double>, double[]> byCondition) {
        /** The rates of the condition of the trial at a position; those of all trials if the condition is new. */
        double[] at(int position) {
            return byCondition.getOrDefault(condition(session, position), all);
        }
    }
}
