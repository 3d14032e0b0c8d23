package org.dalescope.model.kernel;

import static org.dalescope.model.kernel.FloatLanes.FLOATS;
import static org.dalescope.model.kernel.FloatLanes.LENGTH;
import static org.dalescope.model.kernel.FloatLanes.STRIP;
import static org.dalescope.model.kernel.FloatLanes.TILE;

import jdk.incubator.vector.FloatVector;

/**
 * A matrix laid out for products in register tiles: {@code [tile of rows][column][row in tile]}, rows filled up with zeros to
 * a multiple of the tile.
 *
 * @param rows without filling
 */
public record MatrixTiles(int rows, int columns, float[] packed) {

    /** An element of a matrix. */
    @FunctionalInterface
    public interface Element {
        double at(int row, int column);
    }

    /** Packs a matrix. */
    public static MatrixTiles of(int rows, int columns, Element element) {
        float[] packed = new float[FloatLanes.paddedRows(rows) * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                packed[(row / TILE * columns + column) * TILE + row % TILE] = (float) element.at(row, column);
            }
        }
        return new MatrixTiles(rows, columns, packed);
    }

    /**
     * c += this x, summed over this matrix's columns in their order.
     *
     * @param x {@code [column][lane]} from an offset on
     * @param c {@code [row][lane]} from an offset on, rows filled up to a multiple of the tile
     * @param width lanes, a multiple of the strip
     */
    public void addProduct(float[] x, int xFrom, float[] c, int cFrom, int width) {
        for (int row = 0; row < rows; row += TILE) {
            for (int lane = 0; lane < width; lane += STRIP) {
                tile(packed, row * columns, columns, x, xFrom + lane, c, cFrom + row * width + lane, width);
            }
        }
    }

    private static void tile(float[] a, int aFrom, int columns, float[] x, int xFrom, float[] c, int cFrom, int width) {
        int c0 = cFrom;
        int c1 = c0 + width;
        int c2 = c1 + width;
        int c3 = c2 + width;
        int c4 = c3 + width;
        FloatVector s00 = FloatVector.fromArray(FLOATS, c, c0);
        FloatVector s01 = FloatVector.fromArray(FLOATS, c, c0 + LENGTH);
        FloatVector s10 = FloatVector.fromArray(FLOATS, c, c1);
        FloatVector s11 = FloatVector.fromArray(FLOATS, c, c1 + LENGTH);
        FloatVector s20 = FloatVector.fromArray(FLOATS, c, c2);
        FloatVector s21 = FloatVector.fromArray(FLOATS, c, c2 + LENGTH);
        FloatVector s30 = FloatVector.fromArray(FLOATS, c, c3);
        FloatVector s31 = FloatVector.fromArray(FLOATS, c, c3 + LENGTH);
        FloatVector s40 = FloatVector.fromArray(FLOATS, c, c4);
        FloatVector s41 = FloatVector.fromArray(FLOATS, c, c4 + LENGTH);
        for (int j = 0; j < columns; j++) {
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
