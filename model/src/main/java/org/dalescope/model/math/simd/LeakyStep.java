package org.dalescope.model.math.simd;

import static org.dalescope.model.math.simd.VectorWidth.FLOATS;
import static org.dalescope.model.math.simd.VectorWidth.LENGTH;

import jdk.incubator.vector.FloatVector;

/**
 * A vector kernel for one step of a leaky recurrence: c = decay c + M x.
 *
 * @param matrix M, with columns for the recurrence and for the inputs
 * @param decay per row
 */
public record LeakyStep(TiledMatrix matrix, float[] decay) {

    /**
     * Steps all lanes.
     *
     * @param x as many rows as the matrix has columns
     * @param c {@code [row][lane]}, rows padded to a multiple of the tile
     */
    public void step(StripLayout x, float[] c) {
        Shapes.room("decay", decay.length, matrix.rows());
        Shapes.room("c", c.length, (long) VectorWidth.paddedRows(matrix.rows()) * x.width());
        for (int row = 0; row < matrix.rows(); row++) {
            leak(c, row * x.width(), decay[row], x.width());
        }
        matrix.addProduct(x, c, 0);
    }

    private static void leak(float[] row, int from, float decay, int width) {
        FloatVector factor = FloatVector.broadcast(FLOATS, decay);
        for (int i = from; i < from + width; i += LENGTH) {
            FloatVector.fromArray(FLOATS, row, i).mul(factor).intoArray(row, i);
        }
    }
}
