package org.dalescope.model.math.simd;

import static org.dalescope.model.math.simd.VectorWidth.FLOATS;
import static org.dalescope.model.math.simd.VectorWidth.LENGTH;
import static org.dalescope.model.math.simd.VectorWidth.STRIP;

import jdk.incubator.vector.FloatVector;

/**
 * A layout of rows for vector kernels: {@code [row][lane]} becomes {@code [strip][row][lane in strip]}. The values that
 * a register tile reads are then adjacent and fit into the first-level cache, whereas rows of 64 lanes would compete
 * for a quarter of its places.
 *
 * @param rows of one strip
 */
public record StripLayout(int rows, int width, float[] values) {

    /** A layout of zeros for this number of rows and lanes. */
    public static StripLayout of(int rows, int width) {
        return new StripLayout(rows, width, new float[rows * width]);
    }

    /** Copies rows {@code [row][lane]} from an offset into the layout; the first of them becomes row {@code at}. */
    public void put(float[] source, int from, int count, int at) {
        Shapes.room("the source", source.length, from + (long) count * width);
        Shapes.room("the layout", rows, (long) at + count);
        Shapes.same("the rest of the width in the last strip", width % STRIP, 0);
        for (int lane = 0; lane < width; lane += STRIP) {
            strip(source, from + lane, count, width, values, lane * rows + at * STRIP);
        }
    }

    private static void strip(float[] rows, int from, int count, int width, float[] to, int at) {
        for (int row = 0; row < count; row++) {
            int source = from + row * width;
            int target = at + row * STRIP;
            FloatVector.fromArray(FLOATS, rows, source).intoArray(to, target);
            FloatVector.fromArray(FLOATS, rows, source + LENGTH).intoArray(to, target + LENGTH);
        }
    }
}
