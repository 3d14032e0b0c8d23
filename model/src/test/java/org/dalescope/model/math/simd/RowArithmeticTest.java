package org.dalescope.model.math.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations on rows against plain loops in float64. */
@Tag("registers")
class RowArithmeticTest {
    /** Where rows begin in longer arrays: at no multiple of anything. */
    private static final int X = 3;

    private static final int Y = 7;
    private static final int TO = 1;

    static IntStream widths() {
        return Floats.widths();
    }

    @FunctionalInterface
    private interface Row {
        double at(int lane);
    }

    /** Compares a row, and everything around it with what was there before. */
    private static void check(float[] before, float[] got, int from, int width, Row row) {
        for (int i = 0; i < got.length; i++) {
            boolean inside = i >= from && i < from + width;
            double want = inside ? row.at(i - from) : before[i];
            Floats.near(want, got[i], inside ? 2e-6 * (1 + Math.abs(want)) : 0, "row", i);
        }
    }

    @ParameterizedTest
    @MethodSource("widths")
    void sumsAndProducts(int width) {
        float[] x = Floats.random(width + 9, 1);
        float[] y = Floats.random(width + 9, 2);
        float[] before = Floats.random(width + 9, 3);

        float[] to = before.clone();
        RowArithmetic.addScaled(x, X, 0.7f, to, TO, width);
        check(before, to, TO, width, i -> before[TO + i] + 0.7 * x[X + i]);

        to = before.clone();
        RowArithmetic.addProduct(x, X, y, Y, to, TO, width);
        check(before, to, TO, width, i -> before[TO + i] + (double) x[X + i] * y[Y + i]);

        to = before.clone();
        RowArithmetic.addScaledProduct(x, X, y, Y, 0.7f, to, TO, width);
        check(before, to, TO, width, i -> before[TO + i] + 0.7 * x[X + i] * y[Y + i]);

        to = before.clone();
        RowArithmetic.combine(x, 0.7f, y, -0.2f, to, TO, width);
        check(before, to, TO, width, i -> 0.7 * x[i] - 0.2 * y[i]);

        to = before.clone();
        RowArithmetic.subtract(x, to, width);
        check(before, to, 0, width, i -> before[i] - x[i]);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void severalRowsAreMultipliedAndAddedAtOnce(int width) {
        float[] rows = Floats.random(3 * width, 6);
        float[] y = Floats.random(width + 9, 7);
        float[] factors = {0.5f, -2, 3};
        float[] to = Floats.random(width + 9, 8);
        float[] before = to.clone();
        RowArithmetic.addScaledRows(rows, factors, to, Y, width);
        float[] lanes = new float[3 * VectorWidth.LENGTH];
        RowArithmetic.dots(rows, 0, 3, y, Y, width, lanes);
        for (int row = 0; row < 3; row++) {
            double dot = 0;
            for (int i = 0; i < width; i++) {
                dot += (double) rows[row * width + i] * y[Y + i];
            }
            assertEquals(dot, RowArithmetic.total(lanes, row * VectorWidth.LENGTH), 1e-6 * width);
        }
        for (int i = 0; i < width; i++) {
            double sum = 0.5 * rows[i] - 2.0 * rows[width + i] + 3.0 * rows[2 * width + i];
            assertEquals(before[Y + i] + sum, to[Y + i], 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("widths")
    void sumsOverARow(int width) {
        float[] x = Floats.random(width + 9, 4);
        float[] y = Floats.random(width + 9, 5);
        float[] scratch = new float[VectorWidth.LENGTH];
        double dot = 0;
        double square = 0;
        for (int i = 0; i < width; i++) {
            dot += (double) x[X + i] * y[Y + i];
            square += (double) x[X + i] * y[Y + i] * y[Y + i];
        }
        assertEquals(dot, RowArithmetic.dot(x, X, y, Y, width, scratch), 1e-6 * width);
        assertEquals(square, RowArithmetic.dotSquare(x, X, y, Y, width, scratch), 1e-6 * width);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void poissonAndItsDerivative(int width) {
        float[] w = Floats.fromTo(width, 0, 1, 6);
        float[] s = Floats.fromTo(width + 9, 0.01, 30, 7);
        float[] y = Floats.fromTo(width + 9, 0, 5, 8);
        y[Y] = 0;
        w[1] = 0;
        float[] before = Floats.random(width + 9, 9);
        double loss = 0;
        double scale = 0;
        for (int i = 0; i < width; i++) {
            double term = loss(s[X + i] * 0.025, y[Y + i]);
            loss += w[i] * term;
            scale += Math.abs(term);
        }
        float[] lanes = new float[2 * VectorWidth.LENGTH];
        RowArithmetic.poisson(w, s, X, 0.025f, 1e-8f, y, Y, width, lanes, VectorWidth.LENGTH);
        float got = RowArithmetic.total(lanes, VectorWidth.LENGTH);
        assertEquals(loss, got, 1e-6 * scale);

        float[] to = before.clone();
        RowArithmetic.addPoissonSlope(w, s, X, 0.025f, 1e-8f, y, Y, 0.3f, to, TO, width);
        check(before, to, TO, width, i -> {
            double c = s[X + i] * 0.025;
            double slope = (loss(c * (1 + 1e-5), y[Y + i]) - loss(c * (1 - 1e-5), y[Y + i])) / (2e-5 * c);
            return before[TO + i] + 0.3 * w[i] * slope;
        });
    }

    private static double loss(double expected, double observed) {
        return expected - observed * StrictMath.log(expected + 1e-8);
    }
}
