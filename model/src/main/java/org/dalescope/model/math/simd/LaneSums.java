package org.dalescope.model.math.simd;

import static org.dalescope.model.math.simd.VectorWidth.FLOATS;
import static org.dalescope.model.math.simd.VectorWidth.LENGTH;

import jdk.incubator.vector.FloatVector;

/**
 * A vector kernel for weighted sums over the lanes of the same rows with many sets of weights, of which most are 0. The
 * rows are transposed once, so that a register holds one lane of many rows, and lanes with weight 0 are skipped. The
 * sums have the same bits as those of {@link RowArithmetic#dot}.
 */
public final class LaneSums {
    private final int rows;
    private final int lanes;
    private final int padded;
    private final float[] byLane;
    private final float[] sums;

    /** Room for some rows, each with some lanes: a multiple of the register length. */
    public LaneSums(int rows, int lanes) {
        Shapes.same("the rest of the lanes in the last register", lanes % LENGTH, 0);
        this.rows = rows;
        this.lanes = lanes;
        this.padded = (rows + LENGTH - 1) / LENGTH * LENGTH;
        this.byLane = new float[lanes * padded];
        this.sums = new float[padded];
    }

    /** Sets the first lanes of a row; the others must have weight 0. */
    public void put(int row, float[] values, int from, int count) {
        Shapes.room("the rows", rows, row + 1L);
        Shapes.room("the lanes", lanes, count);
        for (int lane = 0; lane < count; lane++) {
            byLane[lane * padded + row] = values[from + lane];
        }
    }

    /**
     * The sum over lanes of weight times value for every row, in an array that the next call overwrites.
     *
     * @param count number of weights; the lanes after them have weight 0
     */
    public float[] weighted(float[] weights, int from, int count) {
        Shapes.room("the lanes", lanes, count);
        for (int row = 0; row < rows; row += LENGTH) {
            FloatVector total = FloatVector.zero(FLOATS);
            for (int first = 0; first < Math.min(LENGTH, count); first++) {
                total = total.add(sum(weights, from, first, count, row));
            }
            total.intoArray(sums, row);
        }
        return sums;
    }

    /** The sum over every {@code LENGTH}-th lane, as one lane of a register sums them in the dot product. */
    private FloatVector sum(float[] weights, int from, int first, int count, int row) {
        FloatVector sum = FloatVector.zero(FLOATS);
        for (int lane = first; lane < count; lane += LENGTH) {
            float weight = weights[from + lane];
            if (weight != 0) {
                sum = FloatVector.fromArray(FLOATS, byLane, lane * padded + row)
                        .fma(FloatVector.broadcast(FLOATS, weight), sum);
            }
        }
        return sum;
    }
}
