package org.dalescope.model.training.loss;

import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.math.simd.EuclideanDistance;
import org.dalescope.model.math.simd.MeanSquaredDistance;
import org.dalescope.model.math.simd.PackedDoubleMatrix;
import org.dalescope.model.math.simd.PairwiseDistance;
import org.dalescope.model.math.simd.PoissonDivergence;
import org.dalescope.model.settings.TrialLossSettings;

/**
 * A group of trials that are matched with each other by the trial-matching loss.
 *
 * @param rows positions among the step's trials, ascending
 * @param share share of all matched trials
 * @param distance distance to the data's trials of the group, masked, smoothed and scaled
 */
record TrialGroup(int[] rows, double share, PairwiseDistance distance) {
    private static final int LEAST = 2;
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /**
     * The groups of trials with their data.
     *
     * @param rows trials of each condition; conditions with only one trial are left out
     * @param target the data's trials, scaled, {@code [trial][bin]}
     * @param mask 1 if valid, {@code [trial][bin]}
     */
    static List<TrialGroup> of(List<int[]> rows, double[] target, double[] mask, int bins, TrialLossSettings settings) {
        int trials = mask.length / bins;
        List<int[]> matched =
                rows.stream().filter(r -> r.length >= Math.min(LEAST, trials)).toList();
        if (matched.isEmpty()) {
            throw new InputError("No condition has two or more of the " + trials + " trials of a step, which"
                    + " loss.trial.by_condition needs: raise training.trials_per_step or turn"
                    + " loss.trial.by_condition off.");
        }
        double all = matched.stream().mapToInt(r -> r.length).sum();
        return matched.stream()
                .map(r -> new TrialGroup(r, r.length / all, distance(r, target, mask, bins, settings)))
                .toList();
    }

    private static PairwiseDistance distance(
            int[] rows, double[] target, double[] mask, int bins, TrialLossSettings settings) {
        double[] own = take(target, rows, bins);
        return switch (settings.distance()) {
            case EUCLIDEAN -> EuclideanDistance.to(own, rows.length, bins);
            case MSE -> MeanSquaredDistance.to(own, rows.length, bins);
            case POISSON -> PoissonDivergence.to(own, take(mask, rows, bins), rows.length, bins);
        };
    }

    /** Rejects more trials than the matrix of their distances can hold. */
    static void requireRoom(int trials) {
        if ((long) trials * PackedDoubleMatrix.padded(trials) > LONGEST_ARRAY) {
            throw new InputError(
                    "L_trial cannot match " + trials + " trials in a step, because the matrix of their distances"
                            + " holds at most about 46,000: lower training.trials_per_step.");
        }
    }

    static int[] everything(int trials) {
        return IntStream.range(0, trials).toArray();
    }

    /** The group's rows of {@code [trial][bin]}; the array itself if the group has all rows. */
    static double[] take(double[] values, int[] rows, int bins) {
        if (rows.length * bins == values.length) {
            return values;
        }
        double[] taken = new double[rows.length * bins];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * bins, taken, i * bins, bins);
        }
        return taken;
    }

    /** Writes the group's rows, multiplied by its share, into {@code [trial][bin]}. */
    void put(double[] own, double[] values, int bins) {
        for (int i = 0; i < rows.length; i++) {
            for (int bin = 0; bin < bins; bin++) {
                values[rows[i] * bins + bin] = share * own[i * bins + bin];
            }
        }
    }
}
