package org.dalescope.model.analysis.selectivity;

import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;

/**
 * The null in which a factor says nothing of the rates: its labels are permuted over trials, alike for all neurons and windows.
 *
 * @param labellings one per draw
 */
record FactorPermutation(int[][] labellings) {
    static final int DRAWS = 999;

    private static final double TOLERANCE = 1e-12;

    /** Draws that depend on the factor's name and on nothing else. */
    static FactorPermutation of(TrialGrouping grouping) {
        CounterRandom random = CounterRandom.of(0, Stream.PERMUTATION)
                .at(-1)
                .at(grouping.factor().hashCode());
        int[][] labellings = new int[DRAWS][];
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] permutation = random.at(draw).permutation(grouping.level().length);
            labellings[draw] = new int[permutation.length];
            for (int i = 0; i < permutation.length; i++) {
                labellings[draw][i] = grouping.level()[permutation[i]];
            }
        }
        return new FactorPermutation(labellings);
    }

    /** Share of the labellings whose largest index over pairs is as far from 0 as the observed, which counts as one. */
    double p(AucIndex index, double observed) {
        int far = 1;
        for (int[] labelling : labellings) {
            double[] drawn = index.of(labelling);
            far += Math.abs(drawn[AucIndex.largest(drawn)]) >= Math.abs(observed) - TOLERANCE ? 1 : 0;
        }
        return far / (labellings.length + 1.0);
    }
}
