package org.dalescope.model.kernel;

import static org.dalescope.model.kernel.FloatLanes.FLOATS;
import static org.dalescope.model.kernel.FloatLanes.LENGTH;
import static org.dalescope.model.kernel.FloatLanes.STRIP;
import static org.dalescope.model.kernel.FloatLanes.TILE;

import jdk.incubator.vector.FloatVector;

/**
 * One step of a leaky recurrence: c = decay c + bias + A x + B y, all in one visit to c.
 *
 * @param recurrent A
 * @param input B, with as many rows
 * @param decay per row, filled up to a multiple of the tile
 * @param bias per row, filled up
 */
public record LeakyStep(MatrixTiles recurrent, MatrixTiles input, float[] decay, float[] bias) {

    /**
     * Steps all lanes.
     *
     * @param x {@code [column of A][lane]} from an offset on
     * @param y {@code [column of B][lane]} from an offset on
     * @param c {@code [row][lane]}, rows filled up to a multiple of the tile
     */
    public void step(float[] x, int xFrom, float[] y, int yFrom, float[] c, int width) {
        int aColumns = recurrent.columns();
        int bColumns = input.columns();
        for (int row = 0; row < recurrent.rows(); row += TILE) {
            for (int lane = 0; lane < width; lane += STRIP) {
                tile(
                        recurrent.packed(),
                        row * aColumns,
                        aColumns,
                        x,
                        xFrom + lane,
                        input.packed(),
                        row * bColumns,
                        bColumns,
                        y,
                        yFrom + lane,
                        decay,
                        bias,
                        row,
                        c,
                        row * width + lane,
                        width);
            }
        }
    }

    private static void tile(
            float[] a,
            int aFrom,
            int aColumns,
            float[] x,
            int xFrom,
            float[] b,
            int bFrom,
            int bColumns,
            float[] y,
            int yFrom,
            float[] decay,
            float[] bias,
            int row,
            float[] c,
            int c0,
            int width) {
        int c1 = c0 + width;
        int c2 = c1 + width;
        int c3 = c2 + width;
        int c4 = c3 + width;
        FloatVector factor = FloatVector.broadcast(FLOATS, decay[row]);
        FloatVector offset = FloatVector.broadcast(FLOATS, bias[row]);
        FloatVector s00 = FloatVector.fromArray(FLOATS, c, c0).fma(factor, offset);
        FloatVector s01 = FloatVector.fromArray(FLOATS, c, c0 + LENGTH).fma(factor, offset);
        factor = FloatVector.broadcast(FLOATS, decay[row + 1]);
        offset = FloatVector.broadcast(FLOATS, bias[row + 1]);
        FloatVector s10 = FloatVector.fromArray(FLOATS, c, c1).fma(factor, offset);
        FloatVector s11 = FloatVector.fromArray(FLOATS, c, c1 + LENGTH).fma(factor, offset);
        factor = FloatVector.broadcast(FLOATS, decay[row + 2]);
        offset = FloatVector.broadcast(FLOATS, bias[row + 2]);
        FloatVector s20 = FloatVector.fromArray(FLOATS, c, c2).fma(factor, offset);
        FloatVector s21 = FloatVector.fromArray(FLOATS, c, c2 + LENGTH).fma(factor, offset);
        factor = FloatVector.broadcast(FLOATS, decay[row + 3]);
        offset = FloatVector.broadcast(FLOATS, bias[row + 3]);
        FloatVector s30 = FloatVector.fromArray(FLOATS, c, c3).fma(factor, offset);
        FloatVector s31 = FloatVector.fromArray(FLOATS, c, c3 + LENGTH).fma(factor, offset);
        factor = FloatVector.broadcast(FLOATS, decay[row + 4]);
        offset = FloatVector.broadcast(FLOATS, bias[row + 4]);
        FloatVector s40 = FloatVector.fromArray(FLOATS, c, c4).fma(factor, offset);
        FloatVector s41 = FloatVector.fromArray(FLOATS, c, c4 + LENGTH).fma(factor, offset);
        for (int j = 0; j < bColumns; j++) {
            int from = yFrom + j * width;
            int q = bFrom + j * TILE;
            FloatVector x0 = FloatVector.fromArray(FLOATS, y, from);
            FloatVector x1 = FloatVector.fromArray(FLOATS, y, from + LENGTH);
            FloatVector w = FloatVector.broadcast(FLOATS, b[q]);
            s00 = x0.fma(w, s00);
            s01 = x1.fma(w, s01);
            w = FloatVector.broadcast(FLOATS, b[q + 1]);
            s10 = x0.fma(w, s10);
            s11 = x1.fma(w, s11);
            w = FloatVector.broadcast(FLOATS, b[q + 2]);
            s20 = x0.fma(w, s20);
            s21 = x1.fma(w, s21);
            w = FloatVector.broadcast(FLOATS, b[q + 3]);
            s30 = x0.fma(w, s30);
            s31 = x1.fma(w, s31);
            w = FloatVector.broadcast(FLOATS, b[q + 4]);
            s40 = x0.fma(w, s40);
            s41 = x1.fma(w, s41);
        }
        for (int j = 0; j < aColumns; j++) {
            int from = xFrom + j * width;
            int q = aFrom + j * TILE;
            FloatVector x0 = FloatVector.fromArray(FLOATS, x, from);
            FloatVector x1 = FloatVector.fromArray(FLOATS, x, from + LENGTH);
            FloatVector w = FloatVector.broadcast(FLOATS, a[q]);
            s00 = x0.fma(w, s00);
            s01 = x1.fma(w, s01);
            w = FloatVector.broadcast(FLOATS, a[q + 1]);
            s10 = x0.fma(w, s10);
            s11 = x1.fma(w, s11);
            w = FloatVector.broadcast(FLOATS, a[q + 2]);
            s20 = x0.fma(w, s20);
            s21 = x1.fma(w, s21);
            w = FloatVector.broadcast(FLOATS, a[q + 3]);
            s30 = x0.fma(w, s30);
            s31 = x1.fma(w, s31);
            w = FloatVector.broadcast(FLOATS, a[q + 4]);
            s40 = x0.fma(w, s40);
            s41 = x1.fma(w, s41);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + LENGTH);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LENGTH);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LENGTH);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LENGTH);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + LENGTH);
    }
}
