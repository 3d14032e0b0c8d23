package org.dalescope.model.analysis.connectivity;

/**
 * Pearson's r between a matrix of weights and another matrix over ordered pairs of different neurons, with the neurons
 * of each matrix permuted.
 */
final class PairCorrelation {
    private PairCorrelation() {}

    /** The selection of pairs that count. Pairs with NaN in either matrix never count. */
    @FunctionalInterface
    interface Pairs {
        boolean has(int to, int from);
    }

    /**
     * Computes the correlation.
     *
     * @param a {@code [to][from]}
     * @param orderOfA the neuron of a that takes the place of each neuron
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
