package org.dalescope.model.kernel;

/**
 * A matrix whose rows are as long as {@link DoublePanels#padded}, so that vector loops over a row need no tail.
 *
 * @param values {@code [row][stride]}; what padding holds is its user's business
 */
public record PaddedMatrix(int rows, int columns, double[] values) {
    /** All zeros. */
    public static PaddedMatrix zeros(int rows, int columns) {
        return new PaddedMatrix(rows, columns, new double[rows * DoublePanels.padded(columns)]);
    }

    /** A copy of {@code [row][column]}, padded with zeros. */
    public static PaddedMatrix copyOf(int rows, int columns, double[] values) {
        PaddedMatrix matrix = zeros(rows, columns);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, row * columns, matrix.values, row * matrix.stride(), columns);
        }
        return matrix;
    }

    public int stride() {
        return DoublePanels.padded(columns);
    }
}
