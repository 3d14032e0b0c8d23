package org.dalescope.model.math.linear;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * A singular value decomposition of a real matrix. The signs are chosen so that the largest component of each left
 * vector is positive.
 *
 * @param values singular values in descending order
 * @param left {@code [k]} is the k-th left vector
 * @param right {@code [k]} is the k-th right vector
 */
public record SingularValueDecomposition(double[] values, double[][] left, double[][] right) {
    /**
     * The decomposition of a matrix.
     *
     * @param matrix {@code [row][column]}, row-major
     */
    public static SingularValueDecomposition of(double[] matrix, int rows, int columns) {
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(rows, columns, true, true, true);
        if (!svd.decompose(new DMatrixRMaj(rows, columns, true, matrix.clone()))) {
            throw new IllegalStateException("singular values did not converge");
        }
        DMatrixRMaj u = svd.getU(null, false);
        DMatrixRMaj s = svd.getW(null);
        DMatrixRMaj v = svd.getV(null, false);
        SingularOps_DDRM.descendingOrder(u, false, s, v, false);
        int rank = Math.min(rows, columns);
        double[] values = new double[rank];
        double[][] left = new double[rank][rows];
        double[][] right = new double[rank][columns];
        for (int k = 0; k < rank; k++) {
            values[k] = s.get(k, k);
            int column = k;
            Arrays.setAll(left[k], i -> u.get(i, column));
            Arrays.setAll(right[k], i -> v.get(i, column));
            if (largest(left[k]) < 0) {
                negate(left[k]);
                negate(right[k]);
            }
        }
        return new SingularValueDecomposition(values, left, right);
    }

    /**
     * Participation ratio (sum s^2)^2 / sum s^4: the effective number of directions that carry the squared norm of the
     * matrix.
     */
    public double participationRatio() {
        double squares = 0;
        double fourths = 0;
        for (double value : values) {
            squares += value * value;
            fourths += Math.pow(value, 4);
        }
        return squares * squares / fourths;
    }

    /** Effective rank: exp of the entropy of s / sum s (Roy and Vetterli 2007). */
    public double entropyRank() {
        double sum = Arrays.stream(values).sum();
        double entropy = 0;
        for (double value : values) {
            double share = value / sum;
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return Math.exp(entropy);
    }

    private static double largest(double[] vector) {
        double largest = 0;
        for (double component : vector) {
            largest = Math.abs(component) > Math.abs(largest) ? component : largest;
        }
        return largest;
    }

    private static void negate(double[] vector) {
        Arrays.setAll(vector, i -> -vector[i]);
    }
}
