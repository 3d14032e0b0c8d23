package org.dalescope.model.math.simd;

import static org.dalescope.model.math.simd.VectorWidth.FLOATS;
import static org.dalescope.model.math.simd.VectorWidth.LENGTH;
import static org.dalescope.model.math.simd.VectorWidth.STRIP;
import static org.dalescope.model.math.simd.VectorWidth.TILE;

import jdk.incubator.vector.FloatVector;

/**
 * A matrix laid out for products in tiles of vector registers: {@code [tile of rows][column][row in tile]}, padded with
 * rows of zeros to a multiple of the tile.
 *
 * @param rows number of rows without padding
 */
public record TiledMatrix(int rows, int columns, float[] packed) {

    /** An element of a matrix. */
    @FunctionalInterface
    public interface Element {
        double at(int row, int column);
    }

    /** Packs a matrix. */
    public static TiledMatrix of(int rows, int columns, Element element) {
        float[] packed = new float[VectorWidth.paddedRows(rows) * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                packed[(row / TILE * columns + column) * TILE + row % TILE] = (float) element.at(row, column);
            }
        }
        return new TiledMatrix(rows, columns, packed);
    }

    /**
     * c += this x, summed over the columns of this matrix in their order.
     *
     * @param x as many rows as this matrix has columns
     * @param c {@code [row][lane]} from an offset on, with rows padded to a multiple of the tile
     */
    public void addProduct(StripLayout x, float[] c, int cFrom) {
        int width = x.width();
        Shapes.same("the number of rows of x", x.rows(), columns);
        Shapes.room("c", c.length, cFrom + (long) VectorWidth.paddedRows(rows) * width);
        for (int lane = 0; lane < width; lane += STRIP) {
            for (int row = 0; row < rows; row += TILE) {
                int to = cFrom + row * width + lane;
                tile(packed, row * columns, columns, x.values(), lane * columns, STRIP, c, to, width);
            }
        }
    }

    /** Unrolls four columns by hand: the compiler would unroll more and spill the sums. */
    private static void tile(
            float[] a, int aFrom, int columns, float[] x, int xFrom, int perColumn, float[] c, int cFrom, int width) {
        FloatVector s00 = FloatVector.fromArray(FLOATS, c, cFrom);
        FloatVector s01 = FloatVector.fromArray(FLOATS, c, cFrom + LENGTH);
        FloatVector s10 = FloatVector.fromArray(FLOATS, c, cFrom + width);
        FloatVector s11 = FloatVector.fromArray(FLOATS, c, cFrom + width + LENGTH);
        FloatVector s20 = FloatVector.fromArray(FLOATS, c, cFrom + 2 * width);
        FloatVector s21 = FloatVector.fromArray(FLOATS, c, cFrom + 2 * width + LENGTH);
        FloatVector s30 = FloatVector.fromArray(FLOATS, c, cFrom + 3 * width);
        FloatVector s31 = FloatVector.fromArray(FLOATS, c, cFrom + 3 * width + LENGTH);
        FloatVector s40 = FloatVector.fromArray(FLOATS, c, cFrom + 4 * width);
        FloatVector s41 = FloatVector.fromArray(FLOATS, c, cFrom + 4 * width + LENGTH);
        int j = 0;
        FloatVector x0;
        FloatVector x1;
        FloatVector w;
        int from;
        int q;
        for (; j + 4 <= columns; j += 4) {
            from = xFrom + j * perColumn;
            q = aFrom + j * TILE;
            x0 = FloatVector.fromArray(FLOATS, x, from);
            x1 = FloatVector.fromArray(FLOATS, x, from + LENGTH);
            w = FloatVector.broadcast(FLOATS, a[q]);
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
            from = xFrom + (j + 1) * perColumn;
            q = aFrom + (j + 1) * TILE;
            x0 = FloatVector.fromArray(FLOATS, x, from);
            x1 = FloatVector.fromArray(FLOATS, x, from + LENGTH);
            w = FloatVector.broadcast(FLOATS, a[q]);
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
            from = xFrom + (j + 2) * perColumn;
            q = aFrom + (j + 2) * TILE;
            x0 = FloatVector.fromArray(FLOATS, x, from);
            x1 = FloatVector.fromArray(FLOATS, x, from + LENGTH);
            w = FloatVector.broadcast(FLOATS, a[q]);
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
            from = xFrom + (j + 3) * perColumn;
            q = aFrom + (j + 3) * TILE;
            x0 = FloatVector.fromArray(FLOATS, x, from);
            x1 = FloatVector.fromArray(FLOATS, x, from + LENGTH);
            w = FloatVector.broadcast(FLOATS, a[q]);
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
        for (; j < columns; j++) {
            from = xFrom + j * perColumn;
            q = aFrom + j * TILE;
            x0 = FloatVector.fromArray(FLOATS, x, from);
            x1 = FloatVector.fromArray(FLOATS, x, from + LENGTH);
            w = FloatVector.broadcast(FLOATS, a[q]);
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
        s00.intoArray(c, cFrom);
        s01.intoArray(c, cFrom + LENGTH);
        s10.intoArray(c, cFrom + width);
        s11.intoArray(c, cFrom + width + LENGTH);
        s20.intoArray(c, cFrom + 2 * width);
        s21.intoArray(c, cFrom + 2 * width + LENGTH);
        s30.intoArray(c, cFrom + 3 * width);
        s31.intoArray(c, cFrom + 3 * width + LENGTH);
        s40.intoArray(c, cFrom + 4 * width);
        s41.intoArray(c, cFrom + 4 * width + LENGTH);
    }
}
