package org.dalescope.model.math.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Kernels reject arrays of the wrong shape with the numbers. */
class ShapesTest {
    private static final int WIDTH = VectorWidth.padded(1);

    private static void rejected(String sentence, Executable kernel) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, kernel).getMessage());
    }

    @Test
    void productsAreOfMatchingShapes() {
        TiledMatrix matrix = TiledMatrix.of(3, 4, (row, column) -> 1);
        StripLayout x = StripLayout.of(5, WIDTH);
        rejected("the number of rows of x is 5, but must be 4", () -> matrix.addProduct(x, new float[1000], 0));
        long needed = 1 + (long) VectorWidth.paddedRows(3) * WIDTH;
        rejected(
                "c has " + (needed - 1) + " values, but needs " + needed,
                () -> matrix.addProduct(StripLayout.of(4, WIDTH), new float[(int) needed - 1], 1));
        PackedDoubleMatrix packed = PackedDoubleMatrix.of(new double[6], 2, 3);
        int stride = PackedDoubleMatrix.padded(3);
        rejected(
                "the left factor has 3 values, but needs 4",
                () -> packed.addProduct(new double[3], 0, 2, new double[2 * stride], 0, 2));
        rejected("the matrix has 5 values, but needs 6", () -> PackedDoubleMatrix.of(new double[5], 2, 3));
    }

    @Test
    void rowsFitTheirLayout() {
        StripLayout layout = StripLayout.of(2, WIDTH);
        rejected("the layout has 2 values, but needs 3", () -> layout.put(new float[1000], 0, 2, 1));
        rejected("the source has 7 values, but needs " + (7 + WIDTH), () -> layout.put(new float[7], 7, 1, 0));
    }

    @Test
    void sumsAndNoiseHaveTheirRoom() {
        rejected(
                "from has 4 values, but needs 5",
                () -> ShiftedSum.apply(new double[] {1, 1}, new double[4], 2, new double[3], 0, 3));
        rejected(
                "to has 3 values, but needs 4",
                () -> ShiftedSum.apply(new double[] {1, 1}, new double[5], 2, new double[3], 1, 3));
        GaussianNoise noise = GaussianNoise.of(new long[] {1}, WIDTH);
        rejected(
                "sd has 0 values, but needs " + 2 * WIDTH,
                () -> noise.add(0, 1, 1, new float[0], new float[2 * WIDTH]));
    }
}
