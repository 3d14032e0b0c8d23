package org.dalescope.model.network.embedding;

/**
 * Arithmetic on rows of float matrices for the input embeddings, in loops that the compiler turns into vector
 * instructions.
 */
final class FloatRowArithmetic {
    private FloatRowArithmetic() {}

    /** Computes to += factor x. */
    static void addScaled(float[] x, int from, float factor, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] += factor * x[from + i];
        }
    }

    static float dot(float[] x, int from, float[] y, int at, int count) {
        float sum = 0;
        for (int i = 0; i < count; i++) {
            sum += x[from + i] * y[at + i];
        }
        return sum;
    }

    /** The transpose of a matrix, in single precision. */
    static float[] transposed(double[] matrix, int from, int rows, int columns) {
        float[] turned = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = (float) matrix[from + row * columns + column];
            }
        }
        return turned;
    }

    /** Adds the transpose of a matrix to {@code sums} and sets the matrix to 0. */
    static void flushTransposed(float[] turned, int from, int rows, int columns, double[] sums, int at) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int i = from + column * rows + row;
                sums[at + row * columns + column] += turned[i];
                turned[i] = 0;
            }
        }
    }

    /** Adds values to {@code sums} and sets them to 0. */
    static void flush(float[] values, int count, double[] sums, int at) {
        for (int i = 0; i < count; i++) {
            sums[at + i] += values[i];
            values[i] = 0;
        }
    }
}
