package org.dalescope.model.math.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Pearson correlation of two arrays. */
public final class Correlation {
    private static final double LEAST_SPREAD = 1e-4;

    private Correlation() {}

    /** Pearson's r; NaN if one of the two does not vary. */
    public static double pearson(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : Double.NaN;
    }

    /** The mean of Pearson's r over all pairs of some arrays; NaN for fewer than two. */
    public static double meanOverPairs(List<double[]> arrays) {
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < arrays.size(); a++) {
            for (int b = 0; b < a; b++) {
                sum += pearson(arrays.get(a), arrays.get(b));
                pairs++;
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }

    /**
     * Pearson's r of two courses of rates; NaN if one of them does not vary beyond rounding: its standard deviation is
     * at most 1e-4 of its mean.
     */
    public static double ofCourses(double[] a, double[] b) {
        return varies(a) && varies(b) ? pearson(a, b) : Double.NaN;
    }

    private static boolean varies(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        return Math.sqrt(variance) > LEAST_SPREAD * Math.max(Math.abs(mean), 1e-9);
    }

    /** Pearson's r over the entries that are finite in both arrays. */
    public static double pearsonOfDefined(double[] a, double[] b) {
        int[] both = IntStream.range(0, a.length)
                .filter(i -> Double.isFinite(a[i]) && Double.isFinite(b[i]))
                .toArray();
        return pearson(
                IntStream.of(both).mapToDouble(i -> a[i]).toArray(),
                IntStream.of(both).mapToDouble(i -> b[i]).toArray());
    }
}
