package org.dalescope.model.analysis.selectivity;

import java.util.function.ToDoubleFunction;
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

    /**
     * The share of labellings whose largest index over pairs is at least as far from 0 as the observed one. The
     * observed labelling counts as one draw.
     */
    double p(AucIndex index, double observed) {
        return share(index, observed, drawn -> drawn[AucIndex.largest(drawn)]);
    }

    /** The same for the index of one pair of levels that was chosen elsewhere. */
    double p(AucIndex index, double observed, int pair) {
        return share(index, observed, drawn -> drawn[pair]);
    }

    private double share(AucIndex index, double observed, ToDoubleFunction<double[]> statistic) {
        int far = 1;
        for (int[] labelling : labellings) {
            double drawn = statistic.applyAsDouble(index.of(labelling));
            far += Math.abs(drawn) >= Math.abs(observed) - TOLERANCE ? 1 : 0;
        }
        return far / (labellings.length + 1.0);
    }
}
