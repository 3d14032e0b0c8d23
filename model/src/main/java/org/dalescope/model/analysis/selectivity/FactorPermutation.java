package org.dalescope.model.analysis.selectivity;

import java.util.Arrays;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;

/**
 * The null model of selectivity in which a factor is unrelated to the rates: its labels are permuted over trials, in
 * the same way for all neurons and windows.
 *
 * @param labellings one labelling per draw
 */
record FactorPermutation(int[][] labellings) {
    static final int DRAWS = 999;

    private static final double TOLERANCE = 1e-12;

    /** The labellings for a grouping. The random draws depend only on the name of the factor. */
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

    /** The size of the largest index over pairs, for every labelling. */
    double[] sizes(AucIndex index) {
        return Arrays.stream(labellings)
                .mapToDouble(labelling -> {
                    double[] drawn = index.of(labelling);
                    return Math.abs(drawn[AucIndex.largest(drawn)]);
                })
                .toArray();
    }

    /** The share of sizes that are at least as far from 0 as the observed index, which counts as one draw. */
    static double p(double[] sizes, double observed) {
        double least = Math.abs(observed) - TOLERANCE;
        return (1 + Arrays.stream(sizes).filter(size -> size >= least).count()) / (sizes.length + 1.0);
    }

    /**
     * The share of labellings whose largest index over pairs is at least as far from 0 as the observed one. The
     * observed labelling counts as one draw.
     */
    double p(AucIndex index, double observed) {
        return p(sizes(index), observed);
    }

    /** The same for the index of one pair of levels that was chosen elsewhere. */
    double p(AucIndex index, double observed, int pair) {
        return p(
                Arrays.stream(labellings)
                        .mapToDouble(labelling -> Math.abs(index.of(labelling)[pair]))
                        .toArray(),
                observed);
    }
}
