package org.dalescope.model.math.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks of the values of an array. */
public final class Ranks {
    private Ranks() {}

    /** Ranks from 1 for the smallest value. Equal values share their mean rank; every NaN has a rank of its own at the end. */
    public static double[] of(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
