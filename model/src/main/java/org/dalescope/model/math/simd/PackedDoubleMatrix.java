package org.dalescope.model.math.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The right-hand factor of a matrix product in float64, packed so that a register tile reads it from front to back.
 * Every element of a product is one chain of fused multiply-adds in the order of the inner index, whatever the tile and
 * the lane width.
 *
 * @param rows the inner index
 * @param columns of the product
 * @param packed {@code [panel][row][WIDTH]}, columns beyond the last are 0
 */
public record PackedDoubleMatrix(int rows, int columns, double[] packed) {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;
    /**
     * 6 rows by 2 vectors are 12 accumulators. Two vectors of the panel and one broadcast value make 15 of 16
     * registers.
     */
    private static final int TILE_ROWS = 6;
    /** Rows of a panel that stay in the first-level cache while a block of the left factor is processed. */
    private static final int CHUNK = 256;

    /** A number of columns rounded up to whole panels. */
    public static int padded(int columns) {
        return Math.ceilDiv(columns, WIDTH) * WIDTH;
    }

    /** Packs {@code [row][column]}. */
    public static PackedDoubleMatrix of(double[] matrix, int rows, int columns) {
        Shapes.room("the matrix", matrix.length, (long) rows * columns);
        double[] packed = new double[rows * padded(columns)];
        for (int panel = 0; panel < columns; panel += WIDTH) {
            int width = Math.min(WIDTH, columns - panel);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(matrix, row * columns + panel, packed, panel * rows + row * WIDTH, width);
            }
        }
        return new PackedDoubleMatrix(rows, columns, packed);
    }

    /** Packs the transpose of {@code [column][row]}. */
    public static PackedDoubleMatrix ofTransposed(double[] matrix, int rows, int columns) {
        Shapes.room("the matrix", matrix.length, (long) rows * columns);
        double[] packed = new double[rows * padded(columns)];
        for (int column = 0; column < columns; column++) {
            int to = column / WIDTH * WIDTH * rows + column % WIDTH;
            for (int row = 0; row < rows; row++) {
                packed[to + row * WIDTH] = matrix[column * rows + row];
            }
        }
        return new PackedDoubleMatrix(rows, columns, packed);
    }

    /**
     * Adds some rows of a product.
     *
     * @param left {@code [row][leftStride]} from {@code leftAt}; it uses as many columns as this matrix has rows
     * @param product {@code [row][padded(columns)]} from {@code productAt}; the product is added to it
     */
    public void addProduct(double[] left, int leftAt, int leftStride, double[] product, int productAt, int count) {
        int stride = padded(columns);
        Shapes.room("the left factor", left.length, count == 0 ? 0 : leftAt + (count - 1L) * leftStride + rows);
        Shapes.room("the product", product.length, productAt + (long) count * stride);
        for (int chunk = 0; chunk < rows; chunk += CHUNK) {
            int length = Math.min(CHUNK, rows - chunk);
            for (int panel = 0; panel < columns; panel += WIDTH) {
                int from = panel * rows + chunk * WIDTH;
                int at = leftAt + chunk;
                int to = productAt + panel;
                int row = 0;
                for (; row + TILE_ROWS <= count; row += TILE_ROWS) {
                    addTile(
                            left,
                            at + row * leftStride,
                            leftStride,
                            packed,
                            from,
                            length,
                            product,
                            to + row * stride,
                            stride);
                }
                for (; row < count; row++) {
                    addRow(left, at + row * leftStride, packed, from, length, product, to + row * stride);
                }
            }
        }
    }

    private static void addTile(
            double[] left,
            int at,
            int leftStride,
            double[] packed,
            int from,
            int length,
            double[] out,
            int to,
            int stride) {
        int at1 = at + leftStride;
        int at2 = at1 + leftStride;
        int at3 = at2 + leftStride;
        int at4 = at3 + leftStride;
        int at5 = at4 + leftStride;
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, out, to);
        DoubleVector b0 = DoubleVector.fromArray(SPECIES, out, to + LANES);
        DoubleVector a1 = DoubleVector.fromArray(SPECIES, out, to + stride);
        DoubleVector b1 = DoubleVector.fromArray(SPECIES, out, to + stride + LANES);
        DoubleVector a2 = DoubleVector.fromArray(SPECIES, out, to + 2 * stride);
        DoubleVector b2 = DoubleVector.fromArray(SPECIES, out, to + 2 * stride + LANES);
        DoubleVector a3 = DoubleVector.fromArray(SPECIES, out, to + 3 * stride);
        DoubleVector b3 = DoubleVector.fromArray(SPECIES, out, to + 3 * stride + LANES);
        DoubleVector a4 = DoubleVector.fromArray(SPECIES, out, to + 4 * stride);
        DoubleVector b4 = DoubleVector.fromArray(SPECIES, out, to + 4 * stride + LANES);
        DoubleVector a5 = DoubleVector.fromArray(SPECIES, out, to + 5 * stride);
        DoubleVector b5 = DoubleVector.fromArray(SPECIES, out, to + 5 * stride + LANES);
        for (int k = 0; k < length; k++) {
            DoubleVector p = DoubleVector.fromArray(SPECIES, packed, from + k * WIDTH);
            DoubleVector q = DoubleVector.fromArray(SPECIES, packed, from + k * WIDTH + LANES);
            DoubleVector x = DoubleVector.broadcast(SPECIES, left[at + k]);
            a0 = x.fma(p, a0);
            b0 = x.fma(q, b0);
            x = DoubleVector.broadcast(SPECIES, left[at1 + k]);
            a1 = x.fma(p, a1);
            b1 = x.fma(q, b1);
            x = DoubleVector.broadcast(SPECIES, left[at2 + k]);
            a2 = x.fma(p, a2);
            b2 = x.fma(q, b2);
            x = DoubleVector.broadcast(SPECIES, left[at3 + k]);
            a3 = x.fma(p, a3);
            b3 = x.fma(q, b3);
            x = DoubleVector.broadcast(SPECIES, left[at4 + k]);
            a4 = x.fma(p, a4);
            b4 = x.fma(q, b4);
            x = DoubleVector.broadcast(SPECIES, left[at5 + k]);
            a5 = x.fma(p, a5);
            b5 = x.fma(q, b5);
        }
        a0.intoArray(out, to);
        b0.intoArray(out, to + LANES);
        a1.intoArray(out, to + stride);
        b1.intoArray(out, to + stride + LANES);
        a2.intoArray(out, to + 2 * stride);
        b2.intoArray(out, to + 2 * stride + LANES);
        a3.intoArray(out, to + 3 * stride);
        b3.intoArray(out, to + 3 * stride + LANES);
        a4.intoArray(out, to + 4 * stride);
        b4.intoArray(out, to + 4 * stride + LANES);
        a5.intoArray(out, to + 5 * stride);
        b5.intoArray(out, to + 5 * stride + LANES);
    }

    private static void addRow(double[] left, int at, double[] packed, int from, int length, double[] out, int to) {
        DoubleVector a = DoubleVector.fromArray(SPECIES, out, to);
        DoubleVector b = DoubleVector.fromArray(SPECIES, out, to + LANES);
        for (int k = 0; k < length; k++) {
            DoubleVector x = DoubleVector.broadcast(SPECIES, left[at + k]);
            a = x.fma(DoubleVector.fromArray(SPECIES, packed, from + k * WIDTH), a);
            b = x.fma(DoubleVector.fromArray(SPECIES, packed, from + k * WIDTH + LANES), b);
        }
        a.intoArray(out, to);
        b.intoArray(out, to + LANES);
    }
}
