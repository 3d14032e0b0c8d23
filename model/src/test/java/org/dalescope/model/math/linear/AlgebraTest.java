package org.dalescope.model.math.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Expected numbers: closed forms, and SciPy's subspace_angles as {@code reference/analysis.py} prints them. */
class AlgebraTest {
    /** A quarter turn per bin of 25 ms, halved: 10 Hz, 25 ms / ln 2. */
    @Test
    void aTurnThatShrinks() {
        EigenvalueSpectrum spectrum = EigenvalueSpectrum.of(new double[] {0, -0.5, 0.5, 0}, 2);
        assertEquals(0.5, spectrum.modulus(0), 1e-12);
        assertEquals(10, spectrum.frequencyHz(0, 25), 1e-9);
        assertEquals(25 / Math.log(2), spectrum.timeScaleMs(0, 25), 1e-9);
        assertEquals(0, spectrum.unstable());
    }

    @Test
    void aModeThatGrowsHasNoTimeScale() {
        EigenvalueSpectrum spectrum = EigenvalueSpectrum.of(new double[] {0.5, 0, 0, -1.25}, 2);
        assertArrayEquals(new double[] {-1.25, 0.5}, spectrum.real(), 1e-12);
        assertEquals(Double.NaN, spectrum.timeScaleMs(0, 25));
        assertEquals(1, spectrum.unstable());
    }

    @Test
    void singularVectorsMultiplyToTheMatrix() {
        double[] matrix = {1, -2, 0.5, 3, 0.2, -4};
        SingularValueDecomposition vectors = SingularValueDecomposition.of(matrix, 2, 3);
        for (int i = 0; i < matrix.length; i++) {
            double product = 0;
            for (int k = 0; k < 2; k++) {
                product += vectors.values()[k] * vectors.left()[k][i / 3] * vectors.right()[k][i % 3];
            }
            assertEquals(matrix[i], product, 1e-12);
        }
    }

    @Test
    void cosinesAreThoseOfSciPy() {
        double[][] p = orthonormal(Math::cos, 0.5, 1, 2, 3);
        double[][] q = orthonormal(Math::sin, 0.2, 1.5, 2.5, 0.7);
        double[] expected = {0.99961707, 0.9533257, 0.3408088};
        assertArrayEquals(expected, PrincipalAngles.cosines(p, q), 1e-7);
        assertEquals(1, PrincipalAngles.overlap(p, p), 1e-12);
    }

    /** Gram and Schmidt. */
    private static double[][] orthonormal(DoubleUnaryOperator of, double phase, double... frequencies) {
        double[][] vectors = new double[3][6];
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < 6; i++) {
                vectors[k][i] = of.applyAsDouble(i * frequencies[k] + phase);
            }
            for (int before = 0; before < k; before++) {
                double along = dot(vectors[k], vectors[before]);
                for (int i = 0; i < 6; i++) {
                    vectors[k][i] -= along * vectors[before][i];
                }
            }
            double length = Math.sqrt(dot(vectors[k], vectors[k]));
            for (int i = 0; i < 6; i++) {
                vectors[k][i] /= length;
            }
        }
        return vectors;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
