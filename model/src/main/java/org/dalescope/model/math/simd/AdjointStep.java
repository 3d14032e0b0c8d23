package org.dalescope.model.math.simd;

import static org.dalescope.model.math.simd.VectorWidth.FLOATS;
import static org.dalescope.model.math.simd.VectorWidth.LENGTH;

import jdk.incubator.vector.FloatVector;

/**
 * A vector kernel for one step of the adjoint of a leaky recurrence: c = (c + A later) slope + decay later. The matrix
 * product is a separate pass: with both in one tile the compiler exceeds its budget and the product takes 1.5 times as
 * long.
 *
 * @param adjoint A
 * @param decay per row
 */
public record AdjointStep(TiledMatrix adjoint, float[] decay) {

    /**
     * Steps the lanes of all losses.
     *
     * @param rows {@code [row][loss][lane]}: lambda of this bin starts at {@code from}, that of the later bin at
     *     {@code laterFrom}
     * @param slope {@code [row][lane]}, the same for all losses
     * @param width number of lanes of one loss
     * @param room working memory with as many rows as the matrix has columns, and with the lanes of all losses
     */
    public void step(float[] rows, int from, int laterFrom, float[] slope, int losses, int width, StripLayout room) {
        Shapes.room("decay", decay.length, adjoint.rows());
        Shapes.room("slope", slope.length, (long) adjoint.rows() * width);
        Shapes.same("the width of the room", room.width(), losses * width);
        Shapes.room("rows", rows.length, Math.max(from, laterFrom) + (long) adjoint.rows() * losses * width);
        room.put(rows, laterFrom, adjoint.columns(), 0);
        adjoint.addProduct(room, rows, from);
        for (int row = 0; row < adjoint.rows(); row++) {
            for (int loss = 0; loss < losses; loss++) {
                int at = (row * losses + loss) * width;
                close(rows, from + at, laterFrom + at, slope, row * width, decay[row], width);
            }
        }
    }

    private static void close(float[] rows, int at, int later, float[] slope, int slopeAt, float decay, int width) {
        FloatVector factor = FloatVector.broadcast(FLOATS, decay);
        for (int i = 0; i < width; i += LENGTH) {
            FloatVector kept = FloatVector.fromArray(FLOATS, rows, later + i).mul(factor);
            FloatVector.fromArray(FLOATS, rows, at + i)
                    .fma(FloatVector.fromArray(FLOATS, slope, slopeAt + i), kept)
                    .intoArray(rows, at + i);
        }
    }
}
