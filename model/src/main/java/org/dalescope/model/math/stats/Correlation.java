package org.dalescope.model.math.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Pearson correlation of two arrays. */
public final class Correlation {
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
