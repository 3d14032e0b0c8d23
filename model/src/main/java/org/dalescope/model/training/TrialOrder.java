package org.dalescope.model.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dalescope.model.math.random.CounterRandom;

/**
 * Divides the training trials of an epoch into steps. Every trial is used once, and every step has its share of every
 * stratum.
 */
final class TrialOrder {
    private TrialOrder() {}

    private record Placed(int trialId, double place) {}

    /**
     * The number of steps of an epoch.
     *
     * @param perStep share of the trials if at most 1, otherwise their number
     */
    static int steps(int trials, double perStep) {
        double steps = perStep > 1 ? trials / perStep : 1 / perStep;
        return Math.clamp(Math.round(steps), 1, Math.max(1, trials / 2));
    }

    /** The trial ids of every step. */
    static List<int[]> of(List<int[]> strata, int steps, CounterRandom random) {
        List<Placed> placed = new ArrayList<>();
        int index = 0;
        for (int[] stratum : strata) {
            CounterRandom own = random.at(index++);
            int[] order = own.at(0).permutation(stratum.length);
            double shift = own.at(1).uniform(0);
            for (int i = 0; i < stratum.length; i++) {
                placed.add(new Placed(stratum[order[i]], (i + shift) / stratum.length));
            }
        }
        placed.sort(Comparator.comparingDouble(Placed::place).thenComparingInt(Placed::trialId));
        List<int[]> result = new ArrayList<>();
        int trials = placed.size();
        for (int step = 0; step < steps; step++) {
            int from = (int) ((long) trials * step / steps);
            int to = (int) ((long) trials * (step + 1) / steps);
            result.add(
                    placed.subList(from, to).stream().mapToInt(Placed::trialId).toArray());
        }
        return result;
    }
}
