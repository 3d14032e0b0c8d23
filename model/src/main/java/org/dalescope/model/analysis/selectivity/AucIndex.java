package org.dalescope.model.analysis.selectivity;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The selectivity index 2 AUC - 1 of a neuron for every pair of levels of a factor. AUC is the probability that a
 * trial of the higher level has the higher value, with ties counted half; the index scales it to -1 .. 1. The values
 * are sorted once, so that every permutation of the labels needs only one pass.
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

    /** The index of every pair of levels (0 with 1, 0 with 2, ...) for given levels of the values. */
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

    /** The pair whose index is farthest from 0; the first of several equal ones. */
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
