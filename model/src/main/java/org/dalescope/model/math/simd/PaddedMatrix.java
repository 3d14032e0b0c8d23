package org.dalescope.model.math.simd;

import java.util.Arrays;

/**
 * A matrix whose rows are padded to the length {@link PackedDoubleMatrix#padded}, so that vector kernels that loop over
 * a row need no tail.
 *
 * @param values {@code [row][stride]}; the user of the matrix defines what the padding holds
 */
public record PaddedMatrix(int rows, int columns, double[] values) {
    /** A matrix of zeros. */
    public static PaddedMatrix zeros(int rows, int columns) {
        return new PaddedMatrix(rows, columns, new double[rows * PackedDoubleMatrix.padded(columns)]);
    }

    /** A matrix in an array from a pool, with undefined contents; the array may be longer than the matrix. */
    static PaddedMatrix in(DoubleArrayPool pool, int rows, int columns) {
        return new PaddedMatrix(rows, columns, pool.take(rows * PackedDoubleMatrix.padded(columns)));
    }

    /** Sets rows {@code first} to {@code end - 1} to 0, padding included. */
    void clear(int first, int end) {
        Arrays.fill(values, first * stride(), end * stride(), 0);
    }

    /** A copy of {@code [row][column]}, padded with zeros. */
    public static PaddedMatrix copyOf(int rows, int columns, double[] values) {
        Shapes.room("the matrix", values.length, (long) rows * columns);
        PaddedMatrix matrix = zeros(rows, columns);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, row * columns, matrix.values, row * matrix.stride(), columns);
        }
        return matrix;
    }

    public int stride() {
        return PackedDoubleMatrix.padded(columns);
    }
}
