package org.dalescope.model.network;

/**
 * The factors of a network's low-rank recurrent weights, V = U1 U2^T.
 *
 * @param u1 {@code [to][rank]}
 * @param u2 {@code [from][rank]}
 */
public record LowRank(int rank, double[] u1, double[] u2) {

    /** The product V, {@code [to][from]}. */
    double[] product(int n) {
        double[] v = new double[n * n];
        for (int to = 0; to < n; to++) {
            for (int from = 0; from < n; from++) {
                double sum = 0;
                for (int k = 0; k < rank; k++) {
                    sum += u1[to * rank + k] * u2[from * rank + k];
                }
                v[to * n + from] = sum;
            }
        }
        return v;
    }
}
