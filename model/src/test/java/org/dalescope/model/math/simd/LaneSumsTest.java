package org.dalescope.model.math.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums over lanes against plain loops in float64, and bit for bit against the dot product of each row. */
@Tag("registers")
class LaneSumsTest {
    private static final int AT = 5;

    static IntStream widths() {
        return Floats.widths();
    }

    /** Weights of which two thirds are 0, and the last lanes are not used. */
    private static float[] weights(int width, int used) {
        float[] weights = Floats.random(width + AT, 11);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % 3 == 0 && i < AT + used ? Math.abs(weights[i]) : 0;
        }
        return weights;
    }

    @ParameterizedTest
    @MethodSource("widths")
    void areThoseOfPlainLoopsAndHaveTheBitsOfDotProducts(int width) {
        for (int rows : new int[] {1, 14, 16, 41}) {
            int used = width - 3;
            float[] values = Floats.random(rows * width + AT, 7);
            float[] weights = weights(width, used);
            LaneSums sums = new LaneSums(rows, width);
            for (int row = 0; row < rows; row++) {
                sums.put(row, values, AT + row * width, used);
            }
            float[] got = sums.weighted(weights, AT, used);
            float[] scratch = new float[VectorWidth.LENGTH];
            for (int row = 0; row < rows; row++) {
                double want = 0;
                for (int lane = 0; lane < used; lane++) {
                    want += (double) weights[AT + lane] * values[AT + row * width + lane];
                }
                Floats.near(want, got[row], 2e-6 * (1 + Math.abs(want)), "row", row);
                float dot = RowArithmetic.dot(weights, AT, values, AT + row * width, width, scratch);
                assertEquals(dot, got[row], 0f, "row " + row);
            }
        }
    }

    @Test
    void refusesMoreThanItHasRoomFor() {
        LaneSums sums = new LaneSums(3, VectorWidth.STRIP);
        float[] values = new float[2 * VectorWidth.STRIP];
        assertThrows(IllegalArgumentException.class, () -> sums.put(3, values, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> sums.put(0, values, 0, VectorWidth.STRIP + 1));
        assertThrows(IllegalArgumentException.class, () -> sums.weighted(values, 0, VectorWidth.STRIP + 1));
        assertThrows(IllegalArgumentException.class, () -> new LaneSums(3, VectorWidth.LENGTH + 1));
    }
}
