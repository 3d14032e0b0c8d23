package org.dalescope.model.analysis.selectivity;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * 2 AUC - 1 of every pair of levels: the probability that a trial of the higher level has the higher value, ties counted half,
 * stretched to -1 .. 1. Values are sorted once, so that a permutation of labels costs one walk.
 */
final class AucIndex {
    private final int[] order;
    private final boolean[] endsTie;
    private final int levels;

    AucIndex(double[] values, int levels) {
        this.order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.levels = levels;
        this.endsTie = new boolean[order.length];
        for (int k = 0; k < order.length; k++) {
            endsTie[k] = k == order.length - 1 || values[order[k]] != values[order[k + 1]];
        }
    }

    /** The index of every pair of levels (0 with 1, 0 with 2, ...), for a labelling of the values. */
    double[] of(int[] level) {
        double[] wins = new double[levels * levels];
        int[] below = new int[levels];
        int[] tied = new int[levels];
        for (int k = 0; k < order.length; k++) {
            tied[level[order[k]]]++;
            if (endsTie[k]) {
                for (int b = 0; b < levels; b++) {
                    for (int a = 0; a < b && tied[b] > 0; a++) {
                        wins[a * levels + b] += tied[b] * (below[a] + 0.5 * tied[a]);
                    }
                }
                for (int b = 0; b < levels; b++) {
                    below[b] += tied[b];
                    tied[b] = 0;
                }
            }
        }
        double[] index = new double[levels * (levels - 1) / 2];
        int pair = 0;
        for (int a = 0; a < levels; a++) {
            for (int b = a + 1; b < levels; b++) {
                index[pair++] = 2 * wins[a * levels + b] / ((double) below[a] * below[b]) - 1;
            }
        }
        return index;
    }

    /** The pair whose index is farthest from 0, the first of equals. */
    static int largest(double[] index) {
        int largest = 0;
        for (int pair = 1; pair < index.length; pair++) {
            if (Math.abs(index[pair]) > Math.abs(index[largest])) {
                largest = pair;
            }
        }
        return largest;
    }
}
