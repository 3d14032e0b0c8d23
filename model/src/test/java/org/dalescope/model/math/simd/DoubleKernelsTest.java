package org.dalescope.model.math.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels against scalar loops and {@link StrictMath}. */
class DoubleKernelsTest {
    private static double exp(double x) {
        return DoubleExponential.of(DoubleVector.broadcast(DoubleVector.SPECIES_PREFERRED, x))
                .lane(0);
    }

    @Test
    void expIsStrictMathsDownToTheUnderflow() {
        Random random = new Random(1);
        double worst = 0;
        for (int i = 0; i < 20_000; i++) {
            double x = i % 2 == 0 ? random.nextDouble() * DoubleExponential.LOWEST : -random.nextDouble();
            double truth = StrictMath.exp(x);
            worst = Math.max(worst, Math.abs(exp(x) - truth) / truth);
        }
        assertTrue(worst < 1e-15, "relative error " + worst);
        assertEquals(1, exp(0));
    }

    @Test
    void expBelowTheUnderflowIsExactlyZeroAndOfNotANumberIsNone() {
        for (double x : new double[] {-708.0001, -745, -1e4, -1e15, -1e150, -1e300, Double.NEGATIVE_INFINITY}) {
            assertEquals(0.0, exp(x), "exp " + x);
        }
        assertTrue(Double.isNaN(exp(Double.NaN)));
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "6,8,3", "7,9,5", "33,65,219", "65,33,300", "13,1,513"})
    void aProductIsTheChainOfItsElements(int rows, int columns, int inner) {
        double[] left = uniform(rows * inner, 1);
        double[] right = uniform(inner * columns, 2);
        double[] transposed = new double[right.length];
        double[] expected = new double[rows * PackedDoubleMatrix.padded(columns)];
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k < inner; k++) {
                transposed[j * inner + k] = right[k * columns + j];
            }
            for (int i = 0; i < rows; i++) {
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum = Math.fma(left[i * inner + k], right[k * columns + j], sum);
                }
                expected[i * PackedDoubleMatrix.padded(columns) + j] = sum;
            }
        }
        double[] product = new double[expected.length];
        PackedDoubleMatrix.of(right, inner, columns).addProduct(left, 0, inner, product, 0, rows);
        assertArrayEquals(expected, product);
        Arrays.fill(product, 0);
        PackedDoubleMatrix.ofTransposed(transposed, inner, columns).addProduct(left, 0, inner, product, 0, rows);
        assertArrayEquals(expected, product);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 33, 65, 300})
    void theMedianIsTheSortedOnes(int n) {
        double[] values = uniform(n * n, n);
        check(n, values);
        Arrays.setAll(values, i -> Math.abs(values[i]));
        check(n, values);
        Arrays.setAll(values, i -> i % 3);
        check(n, values);
        Arrays.fill(values, 7);
        check(n, values);
    }

    private static void check(int n, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        try (WorkerThreads workers = WorkerThreads.of(2)) {
            assertEquals(sorted[sorted.length / 2], MatrixMedian.of(PaddedMatrix.copyOf(n, n, values), workers));
        }
    }

    @Test
    void aPointIsAtNoDistanceOfItself() {
        double[] points = uniform(33 * 7, 5);
        try (WorkerThreads workers = WorkerThreads.of(1)) {
            PaddedMatrix distances = EuclideanDistance.to(points, 33, 7).from(points, 33, workers);
            for (int i = 0; i < 33; i++) {
                assertEquals(1e-6, distances.values()[i * distances.stride() + i], "only the floor is left");
            }
        }
    }

    private static double[] uniform(int length, long seed) {
        return new Random(seed).doubles(length, -1, 1).toArray();
    }
}
