package org.dalescope.model.math.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Products in register tiles against plain loops. */
@Tag("registers")
class TiledMatrixTest {
    private static final int BEFORE = 3;

    static Stream<Arguments> everySize() {
        return Arrays.stream(Floats.SIZES).boxed().flatMap(rows -> Arrays.stream(Floats.SIZES)
                .mapToObj(columns -> Arguments.of(rows, columns)));
    }

    @ParameterizedTest
    @MethodSource("everySize")
    void aProductIsTheSumOfItsTermsInTheirOrder(int rows, int columns) {
        float[] a = Floats.random(rows * columns, 1);
        TiledMatrix tiles = TiledMatrix.of(rows, columns, (row, column) -> a[row * columns + column]);
        Floats.widths().forEach(width -> {
            float[] x = Floats.random(columns * width, 2);
            StripLayout strips = StripLayout.of(columns, width);
            strips.put(x, 0, columns, 0);
            float[] before = Floats.random(BEFORE + VectorWidth.paddedRows(rows) * width, 3);
            float[] c = before.clone();
            tiles.addProduct(strips, c, BEFORE);
            float[] chain = before.clone();
            for (int i = 0; i < rows * width; i++) {
                double sum = before[BEFORE + i];
                double size = Math.abs(sum);
                for (int k = 0; k < columns; k++) {
                    float factor = a[i / width * columns + k];
                    float lane = x[k * width + i % width];
                    sum += (double) factor * lane;
                    size += Math.abs((double) factor * lane);
                    chain[BEFORE + i] = Math.fma(lane, factor, chain[BEFORE + i]);
                }
                Floats.near(sum, c[BEFORE + i], 1e-6 * size, "element", i);
            }
            assertArrayEquals(chain, c, 0, "the same bits in any register, and nothing beside the rows");
        });
    }

    @Test
    void rowsArePutIntoStripsInAnyPortion() {
        int width = 3 * VectorWidth.STRIP;
        float[] source = Floats.random(2 + 7 * width, 4);
        StripLayout whole = StripLayout.of(7, width);
        whole.put(source, 2, 7, 0);
        StripLayout parts = StripLayout.of(7, width);
        parts.put(source, 2 + 5 * width, 2, 5);
        parts.put(source, 2, 5, 0);
        assertArrayEquals(whole.values(), parts.values());
        for (int row = 0; row < 7; row++) {
            for (int lane = 0; lane < width; lane++) {
                int strip = lane / VectorWidth.STRIP;
                int at = (strip * 7 + row) * VectorWidth.STRIP + lane % VectorWidth.STRIP;
                assertEquals(source[2 + row * width + lane], whole.values()[at]);
            }
        }
    }
}
