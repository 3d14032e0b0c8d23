package org.dalescope.model.analysis.variability;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dalescope.model.math.stats.Correlation;

/** Sums over what is defined. */
final class FiniteSums {
    private FiniteSums() {}

    static double mean(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    static long count(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).count();
    }

    /** Pearson's r over entries that both have. */
    static double pearson(double[] a, double[] b) {
        int[] both = IntStream.range(0, a.length)
                .filter(i -> Double.isFinite(a[i]) && Double.isFinite(b[i]))
                .toArray();
        return Correlation.pearson(
                IntStream.of(both).mapToDouble(i -> a[i]).toArray(),
                IntStream.of(both).mapToDouble(i -> b[i]).toArray());
    }

    /** Mean over networks, entry by entry. */
    static double[] mean(double[][] each) {
        double[] mean = new double[each[0].length];
        Arrays.setAll(
                mean,
                i -> Arrays.stream(each).mapToDouble(own -> own[i]).average().orElse(Double.NaN));
        return mean;
    }
}
