package org.dalescope.model.math.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.dalescope.model.math.simd.OuterProductSum.Operand;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums of outer products against plain loops in float64. */
@Tag("registers")
class OuterProductSumTest {
    private static final int BEFORE = 5;

    @ParameterizedTest
    @MethodSource("org.dalescope.model.math.simd.TiledMatrixTest#everySize")
    void everySize(int rows, int columns) {
        check(rows, columns, 3, VectorWidth.STRIP);
        check(rows, columns, 1, 3 * VectorWidth.STRIP);
    }

    /** So many steps that the right operand no longer stays in the cache at once, and more than a panel of them. */
    @ParameterizedTest
    @CsvSource({"33, 65, 40", "5, 7, 2000"})
    void morePanelsThanOne(int rows, int columns, int bins) {
        check(rows, columns, bins, 2 * VectorWidth.STRIP);
    }

    private static void check(int rows, int columns, int bins, int width) {
        float[] left = Floats.random(BEFORE + bins * VectorWidth.paddedRows(rows) * width, 1);
        float[] right = Floats.random(BEFORE + bins * columns * width, 2);
        Operand l = new Operand(left, BEFORE, VectorWidth.paddedRows(rows) * width, width);
        Operand r = new Operand(right, BEFORE, columns * width, width);
        double[] want = new double[rows * columns];
        for (int bin = 0; bin < bins; bin++) {
            for (int i = 0; i < want.length; i++) {
                want[i] += dot(l, i / columns, r, i % columns, bin, width);
            }
            // What fills the tiles up may be anything: nothing of it counts.
            int filling = BEFORE + bin * l.perBin() + rows * width;
            Arrays.fill(left, filling, BEFORE + (bin + 1) * l.perBin(), Float.NaN);
        }
        OuterProductSum sum = new OuterProductSum(rows, columns);
        float[] leftRoom = new float[OuterProductSum.packedLength(rows, bins, width)];
        float[] rightRoom = new float[OuterProductSum.packedLength(columns, bins, width)];
        OuterProductSum.Packed packedLeft = OuterProductSum.packLeft(l, rows, bins, width, leftRoom);
        OuterProductSum.Packed packedRight = OuterProductSum.packRight(r, columns, bins, width, rightRoom);
        sum.add(packedLeft, packedRight);
        sum.add(packedLeft, packedRight);
        double[] got = new double[want.length];
        Arrays.fill(got, 100);
        sum.addTo(got);
        double tolerance = 1e-6 * bins * width;
        for (int i = 0; i < want.length; i++) {
            assertEquals(100 + 2 * want[i], got[i], tolerance, "element " + i);
        }
        double[] again = got.clone();
        sum.addTo(again);
        assertArrayEquals(got, again, "it starts again from zero");
    }

    private static double dot(Operand left, int i, Operand right, int j, int bin, int width) {
        double sum = 0;
        int l = left.from() + bin * left.perBin() + i * left.perRow();
        int r = right.from() + bin * right.perBin() + j * right.perRow();
        for (int lane = 0; lane < width; lane++) {
            sum += (double) left.values()[l + lane] * right.values()[r + lane];
        }
        return sum;
    }
}
