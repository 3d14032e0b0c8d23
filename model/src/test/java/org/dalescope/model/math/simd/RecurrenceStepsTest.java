package org.dalescope.model.math.simd;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps of a recurrence and of its adjoint against plain loops in float64. */
@Tag("registers")
class RecurrenceStepsTest {
    private static final int INPUTS = 4;

    static IntStream sizes() {
        return Arrays.stream(Floats.SIZES);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aStepLeaksAndAdds(int units) {
        int columns = units + INPUTS;
        float[] m = Floats.random(units * columns, 1);
        float[] decay = Floats.fromTo(units, 0, 1, 2);
        LeakyStep step = new LeakyStep(TiledMatrix.of(units, columns, (i, j) -> m[i * columns + j]), decay);
        Floats.widths().forEach(width -> {
            float[] rates = Floats.random(units * width, 4);
            float[] inputs = Floats.random(INPUTS * width, 5);
            StripLayout x = StripLayout.of(columns, width);
            x.put(rates, 0, units, 0);
            x.put(inputs, 0, INPUTS, units);
            float[] before = Floats.random(VectorWidth.paddedRows(units) * width, 6);
            float[] c = before.clone();
            step.step(x, c);
            for (int at = 0; at < units * width; at++) {
                int i = at / width;
                double want = decay[i] * (double) before[at];
                for (int j = 0; j < columns; j++) {
                    float[] row = j < units ? rates : inputs;
                    want += (double) m[i * columns + j] * row[(j < units ? j : j - units) * width + at % width];
                }
                Floats.near(want, c[at], 4e-6 * columns, "state", at);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void anAdjointStepOfSeveralLossesSharesTheSlope(int units) {
        float[] a = Floats.random(units * units, 7);
        float[] decay = Floats.fromTo(units, 0, 1, 8);
        AdjointStep step = new AdjointStep(TiledMatrix.of(units, units, (i, j) -> a[i * units + j]), decay);
        for (int losses : new int[] {1, 3}) {
            Floats.widths().forEach(width -> {
                float[] slope = Floats.fromTo(units * width, 0, 1, 9);
                int perBin = VectorWidth.paddedRows(units) * losses * width;
                float[] before = Floats.random(2 * perBin, 10);
                check(step, a, before, slope, 0, perBin, losses);
                check(step, a, before, slope, perBin, 0, losses);
            });
        }
    }

    private static void check(
            AdjointStep step, float[] a, float[] before, float[] slope, int from, int laterFrom, int losses) {
        int units = step.adjoint().columns();
        int width = slope.length / units;
        int row = losses * width;
        float[] rows = before.clone();
        step.step(rows, from, laterFrom, slope, losses, width, StripLayout.of(units, row));
        for (int at = 0; at < units * row; at++) {
            int i = at / row;
            double sum = before[from + at];
            for (int j = 0; j < units; j++) {
                sum += (double) a[i * units + j] * before[laterFrom + j * row + at % row];
            }
            double want = sum * slope[i * width + at % width] + (double) step.decay()[i] * before[laterFrom + at];
            Floats.near(want, rows[from + at], 4e-6 * (units + 1), "adjoint", at);
            Floats.near(before[laterFrom + at], rows[laterFrom + at], 0, "later bin", at);
        }
    }
}
