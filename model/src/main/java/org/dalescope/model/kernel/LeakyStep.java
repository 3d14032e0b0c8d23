package org.dalescope.model.kernel;

import static org.dalescope.model.kernel.FloatLanes.FLOATS;
import static org.dalescope.model.kernel.FloatLanes.LENGTH;

import jdk.incubator.vector.FloatVector;

/**
 * One step of a leaky recurrence: c = decay c + bias + M x.
 *
 * @param matrix M; its first columns for the recurrence, the others for inputs
 * @param decay per row
 * @param bias per row
 */
public record LeakyStep(MatrixTiles matrix, float[] decay, float[] bias) {

    /**
     * Steps all lanes.
     *
     * @param x as many rows as the matrix has columns
     * @param c {@code [row][lane]}, rows filled up to a multiple of the tile
     */
    public void step(Strips x, float[] c) {
        for (int row = 0; row < matrix.rows(); row++) {
            leak(c, row * x.width(), decay[row], bias[row], x.width());
        }
        matrix.addProduct(x, c, 0);
    }

    private static void leak(float[] row, int from, float decay, float bias, int width) {
        FloatVector factor = FloatVector.broadcast(FLOATS, decay);
        FloatVector offset = FloatVector.broadcast(FLOATS, bias);
        for (int i = from; i < from + width; i += LENGTH) {
            FloatVector.fromArray(FLOATS, row, i).fma(factor, offset).intoArray(row, i);
        }
    }
}
