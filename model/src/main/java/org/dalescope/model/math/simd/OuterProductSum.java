package org.dalescope.model.math.simd;

import static org.dalescope.model.math.simd.VectorWidth.FLOATS;
import static org.dalescope.model.math.simd.VectorWidth.LENGTH;
import static org.dalescope.model.math.simd.VectorWidth.TILE;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * A vector kernel for a running sum of outer products, G[i][j] = sum over bins and lanes of left[bin][i][lane]
 * right[bin][j][lane]. Every lane of a register keeps its own partial sum until {@link #addTo}, so that no sum crosses
 * lanes before. Both operands are first packed in the order in which the tiles read them: one long loop over
 * consecutive memory replaces many short ones.
 */
public final class OuterProductSum {
    private static final int PAIR = 2;
    private static final int TILE_FLOATS = TILE * PAIR * LENGTH;
    /** Floats of the right operand that are read repeatedly: half of a small second-level cache. */
    private static final int PANEL_FLOATS = 48 * 1024;

    private final int rows;
    private final int columns;
    private final int pairs;
    private final float[] sums;

    /** A matrix of zeros. */
    public OuterProductSum(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.pairs = (columns + 1) / PAIR;
        this.sums = new float[VectorWidth.paddedRows(rows) / TILE * pairs * TILE_FLOATS];
    }

    /** The position of an operand in an array: row r of bin b begins at {@code from + b * perBin + r * perRow}. */
    public record Operand(float[] values, int from, int perBin, int perRow) {}

    /** An operand in the order of the tiles: {@code [group of rows][bin][register][row in group]}. */
    public record Packed(float[] values, int group, int steps) {
        int from(int index) {
            return index * steps * group * LENGTH;
        }
    }

    /** Packs a left operand whose rows are padded to a multiple of the tile. */
    public static Packed packLeft(Operand operand, int rows, int bins, int width, float[] to) {
        return pack(operand, VectorWidth.paddedRows(rows), TILE, bins, width, to);
    }

    /** Packs a right operand; an odd last row is packed twice and counts once. */
    public static Packed packRight(Operand operand, int rows, int bins, int width, float[] to) {
        return pack(operand, rows, PAIR, bins, width, to);
    }

    /** The largest number of floats that packing needs. */
    public static int packedLength(int rows, int bins, int width) {
        return (VectorWidth.paddedRows(rows) + PAIR) * bins * width;
    }

    private static Packed pack(Operand operand, int rows, int group, int bins, int width, float[] to) {
        Shapes.same("the rest of the width in the last register", width % LENGTH, 0);
        Shapes.room(
                "the operand",
                operand.values().length,
                operand.from() + (bins - 1L) * operand.perBin() + (rows - 1L) * operand.perRow() + width);
        Shapes.room("the packed operand", to.length, (long) Math.ceilDiv(rows, group) * group * bins * width);
        int steps = bins * width / LENGTH;
        Packed packed = new Packed(to, group, steps);
        int filled = (rows + group - 1) / group * group;
        for (int row = 0; row < filled; row++) {
            int at = packed.from(row / group) + row % group * LENGTH;
            int source = operand.from() + Math.min(row, rows - 1) * operand.perRow();
            for (int bin = 0; bin < bins; bin++) {
                spread(operand.values(), source + bin * operand.perBin(), width, to, at, group * LENGTH);
                at += width * group;
            }
        }
        return packed;
    }

    private static void spread(float[] from, int source, int width, float[] to, int at, int stride) {
        int target = at;
        for (int lane = 0; lane < width; lane += LENGTH) {
            FloatVector.fromArray(FLOATS, from, source + lane).intoArray(to, target);
            target += stride;
        }
    }

    /** Adds the products of some bins. */
    public void add(Packed left, Packed right) {
        Shapes.same("the number of steps on the right", right.steps(), left.steps());
        int panel = Math.max(1, PANEL_FLOATS / (left.steps() * LENGTH) / PAIR);
        for (int from = 0; from < pairs; from += panel) {
            int to = Math.min(pairs, from + panel);
            for (int tile = 0; tile * TILE < rows; tile++) {
                for (int pair = from; pair < to; pair++) {
                    int at = (tile * pairs + pair) * TILE_FLOATS;
                    accumulate(
                            sums, at, left.values(), left.from(tile), right.values(), right.from(pair), left.steps());
                }
            }
        }
    }

    /**
     * Adds the sums to a row-major matrix in double precision, with the lanes in their order, and resets the sums to
     * zero.
     */
    public void addTo(double[] matrix) {
        Shapes.room("the matrix", matrix.length, (long) rows * columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int from = (row / TILE * pairs + column / PAIR) * TILE_FLOATS
                        + (row % TILE * PAIR + column % PAIR) * LENGTH;
                double sum = 0;
                for (int lane = 0; lane < LENGTH; lane++) {
                    sum += sums[from + lane];
                }
                matrix[row * columns + column] += sum;
            }
        }
        Arrays.fill(sums, 0);
    }

    private static void accumulate(float[] sums, int to, float[] l, int lFrom, float[] r, int rFrom, int steps) {
        FloatVector s00 = FloatVector.fromArray(FLOATS, sums, to);
        FloatVector s01 = FloatVector.fromArray(FLOATS, sums, to + LENGTH);
        FloatVector s10 = FloatVector.fromArray(FLOATS, sums, to + 2 * LENGTH);
        FloatVector s11 = FloatVector.fromArray(FLOATS, sums, to + 3 * LENGTH);
        FloatVector s20 = FloatVector.fromArray(FLOATS, sums, to + 4 * LENGTH);
        FloatVector s21 = FloatVector.fromArray(FLOATS, sums, to + 5 * LENGTH);
        FloatVector s30 = FloatVector.fromArray(FLOATS, sums, to + 6 * LENGTH);
        FloatVector s31 = FloatVector.fromArray(FLOATS, sums, to + 7 * LENGTH);
        FloatVector s40 = FloatVector.fromArray(FLOATS, sums, to + 8 * LENGTH);
        FloatVector s41 = FloatVector.fromArray(FLOATS, sums, to + 9 * LENGTH);
        for (int step = 0; step < steps; step++) {
            int p = lFrom + step * TILE * LENGTH;
            int q = rFrom + step * PAIR * LENGTH;
            FloatVector x0 = FloatVector.fromArray(FLOATS, r, q);
            FloatVector x1 = FloatVector.fromArray(FLOATS, r, q + LENGTH);
            FloatVector y = FloatVector.fromArray(FLOATS, l, p);
            s00 = x0.fma(y, s00);
            s01 = x1.fma(y, s01);
            y = FloatVector.fromArray(FLOATS, l, p + LENGTH);
            s10 = x0.fma(y, s10);
            s11 = x1.fma(y, s11);
            y = FloatVector.fromArray(FLOATS, l, p + 2 * LENGTH);
            s20 = x0.fma(y, s20);
            s21 = x1.fma(y, s21);
            y = FloatVector.fromArray(FLOATS, l, p + 3 * LENGTH);
            s30 = x0.fma(y, s30);
            s31 = x1.fma(y, s31);
            y = FloatVector.fromArray(FLOATS, l, p + 4 * LENGTH);
            s40 = x0.fma(y, s40);
            s41 = x1.fma(y, s41);
        }
        s00.intoArray(sums, to);
        s01.intoArray(sums, to + LENGTH);
        s10.intoArray(sums, to + 2 * LENGTH);
        s11.intoArray(sums, to + 3 * LENGTH);
        s20.intoArray(sums, to + 4 * LENGTH);
        s21.intoArray(sums, to + 5 * LENGTH);
        s30.intoArray(sums, to + 6 * LENGTH);
        s31.intoArray(sums, to + 7 * LENGTH);
        s40.intoArray(sums, to + 8 * LENGTH);
        s41.intoArray(sums, to + 9 * LENGTH);
    }
}
