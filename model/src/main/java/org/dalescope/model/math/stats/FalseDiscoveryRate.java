package org.dalescope.model.math.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The false discovery rate of many tests (Benjamini and Hochberg 1995). */
public final class FalseDiscoveryRate {
    private FalseDiscoveryRate() {}

    /**
     * The q of every test: the smallest false discovery rate at which it is significant.
     *
     * @param p of the tests; NaN for a test that is not defined, which does not count
     */
    public static double[] q(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[p.length];
        Arrays.fill(q, Double.NaN);
        double lowest = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            lowest = Math.min(lowest, p[order[rank - 1]] * order.length / rank);
            q[order[rank - 1]] = lowest;
        }
        return q;
    }
}
