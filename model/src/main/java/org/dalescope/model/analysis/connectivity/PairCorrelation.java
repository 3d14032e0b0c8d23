package org.dalescope.model.analysis.connectivity;

/** Pearson's r over ordered pairs of different neurons of two matrices, the neurons of each renamed. */
final class PairCorrelation {
    private PairCorrelation() {}

    /** Which pairs count; NaN values of either matrix never do. */
    @FunctionalInterface
    interface Pairs {
        boolean has(int to, int from);
    }

    /**
     * The correlation.
     *
     * @param a {@code [to][from]}
     * @param orderOfA neuron i is a's neuron orderOfA[i]
     */
    static double of(double[] a, double[] b, int[] orderOfA, int[] orderOfB, Pairs pairs) {
        int n = orderOfA.length;
        double count = 0;
        double meanA = 0;
        double meanB = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int to = 0; to < n; to++) {
            for (int from = 0; from < n; from++) {
                double x = a[orderOfA[to] * n + orderOfA[from]];
                double y = b[orderOfB[to] * n + orderOfB[from]];
                if (to == from || !pairs.has(to, from) || Double.isNaN(x + y)) {
                    continue;
                }
                count++;
                double dx = x - meanA;
                double dy = y - meanB;
                meanA += dx / count;
                meanB += dy / count;
                aa += dx * (x - meanA);
                bb += dy * (y - meanB);
                ab += dx * (y - meanB);
            }
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : Double.NaN;
    }
}
