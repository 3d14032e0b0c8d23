package org.dalescope.model.network.embedding;

/** Loops over one row that the compiler turns into vector instructions. */
final class FloatRowArithmetic {
    private FloatRowArithmetic() {}

    /** to += factor x. */
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

    /** A matrix turned over, in single precision. */
    static float[] transposed(double[] matrix, int from, int rows, int columns) {
        float[] turned = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = (float) matrix[from + row * columns + column];
            }
        }
        return turned;
    }

    /** sums += a matrix turned over, which is emptied. */
    static void flushTransposed(float[] turned, int from, int rows, int columns, double[] sums, int at) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int i = from + column * rows + row;
                sums[at + row * columns + column] += turned[i];
                turned[i] = 0;
            }
        }
    }

    /** sums += values, which are emptied. */
    static void flush(float[] values, int count, double[] sums, int at) {
        for (int i = 0; i < count; i++) {
            sums[at + i] += values[i];
            values[i] = 0;
        }
    }
}
