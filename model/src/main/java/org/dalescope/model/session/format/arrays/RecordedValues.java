package org.dalescope.model.session.format.arrays;

import java.util.Arrays;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.ArrayMapping.Axis;
import org.dalescope.model.session.format.container.ElementCounts;

/**
 * The values of an array per trial, bin and neuron (or channel), as a mapping of a file of arrays says; NaN where a
 * trial is shorter than the longest.
 *
 * @param binsOfTrial length of every trial
 * @param names ids of the neurons if the activity itself gives them; empty otherwise
 */
record RecordedValues(double[] values, int trials, int bins, int last, int[] binsOfTrial, int[] names) {
    /** Joins arrays of unequal length. */
    static RecordedValues of(List<NestedCells.Leaf> leaves, Axis lastAxis, String role) {
        int trials = 0;
        int bins = 0;
        int last = 0;
        for (NestedCells.Leaf leaf : leaves) {
            if (leaf.array().size() > 0) {
                bins = Math.max(bins, leaf.length(Axis.BIN));
                last = Math.max(last, leaf.neuron() + leaf.length(lastAxis));
            }
            trials = Math.max(trials, leaf.trial() + leaf.length(Axis.TRIAL));
        }
        if (bins == 0 || last == 0) {
            throw new InputError(role + " is empty: choose another variable in the mapping.");
        }
        ElementCounts.checked(role, new int[] {trials, bins, last});
        RecordedValues all =
                new RecordedValues(new double[trials * bins * last], trials, bins, last, new int[trials], new int[0]);
        Arrays.fill(all.values, Double.NaN);
        leaves.stream().filter(leaf -> leaf.array().size() > 0).forEach(leaf -> all.put(leaf, lastAxis));
        return all;
    }

    /**
     * The values with several bins merged into one; a merged bin with a missing value is missing, and bins at the end
     * that do not fill one are left out.
     *
     * @param divisor of the sum: 1 for counts, the number of bins for rates
     */
    RecordedValues merged(int mergeBins, double divisor) {
        if (mergeBins == 1) {
            return this;
        }
        int fewer = bins / mergeBins;
        double[] sums = new double[trials * fewer * last];
        for (int i = 0; i < sums.length; i++) {
            int trial = i / (fewer * last);
            int bin = i / last % fewer;
            for (int k = 0; k < mergeBins; k++) {
                sums[i] += values[(trial * bins + bin * mergeBins + k) * last + i % last];
            }
            sums[i] /= divisor;
        }
        int[] lengths =
                Arrays.stream(binsOfTrial).map(length -> length / mergeBins).toArray();
        return new RecordedValues(sums, trials, fewer, last, lengths, names);
    }

    private void put(NestedCells.Leaf leaf, Axis lastAxis) {
        double[] from = leaf.arranged(lastAxis);
        int leafTrials = leaf.length(Axis.TRIAL);
        int leafBins = leaf.length(Axis.BIN);
        int leafLast = leaf.length(lastAxis);
        for (int t = 0; t < leafTrials; t++) {
            int trial = leaf.trial() + t;
            binsOfTrial[trial] = Math.max(binsOfTrial[trial], leafBins);
            for (int b = 0; b < leafBins; b++) {
                System.arraycopy(
                        from,
                        (t * leafBins + b) * leafLast,
                        values,
                        (trial * bins + b) * last + leaf.neuron(),
                        leafLast);
            }
        }
    }
}
