package org.dalescope.model.math.linear;

import java.util.Arrays;

/** Principal angles between two subspaces, from the singular values of A B^T (Bjorck and Golub 1973). */
public final class PrincipalAngles {
    private PrincipalAngles() {}

    /**
     * Cosines of the angles in descending order: the smallest angle comes first.
     *
     * @param a orthonormal vectors; {@code [k]} is the k-th
     * @param b the same number of vectors, of the same length
     */
    public static double[] cosines(double[][] a, double[][] b) {
        double[] products = new double[a.length * b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                for (int k = 0; k < a[i].length; k++) {
                    products[i * b.length + j] += a[i][k] * b[j][k];
                }
            }
        }
        double[] cosines =
                SingularValueDecomposition.of(products, a.length, b.length).values();
        return Arrays.stream(cosines).map(c -> Math.min(1, c)).toArray();
    }

    /**
     * Mean squared cosine: 1 for identical subspaces, and k / n on average for random subspaces of k dimensions in n
     * dimensions.
     */
    public static double overlap(double[][] a, double[][] b) {
        return Arrays.stream(cosines(a, b)).map(c -> c * c).average().orElse(Double.NaN);
    }
}
