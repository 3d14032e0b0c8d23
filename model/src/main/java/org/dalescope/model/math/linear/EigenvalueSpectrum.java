package org.dalescope.model.math.linear;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The eigenvalues of a real square matrix, in descending order of modulus. In a complex pair, the one with the positive
 * imaginary part comes first.
 */
public record EigenvalueSpectrum(double[] real, double[] imaginary) {
    /**
     * The eigenvalues of a matrix.
     *
     * @param matrix {@code [row][column]}, row-major
     */
    public static EigenvalueSpectrum of(double[] matrix, int n) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false);
        if (!eigen.decompose(new DMatrixRMaj(n, n, true, matrix.clone()))) {
            throw new IllegalStateException("eigenvalues did not converge");
        }
        List<Complex_F64> values = IntStream.range(0, n)
                .mapToObj(eigen::getEigenvalue)
                .sorted(Comparator.comparingDouble((Complex_F64 value) -> -value.getMagnitude())
                        .thenComparingDouble(value -> -value.getImaginary()))
                .toList();
        return new EigenvalueSpectrum(
                values.stream().mapToDouble(Complex_F64::getReal).toArray(),
                values.stream().mapToDouble(Complex_F64::getImaginary).toArray());
    }

    public int size() {
        return real.length;
    }

    public double modulus(int i) {
        return Math.hypot(real[i], imaginary[i]);
    }

    /** Time scale of a mode in ms, -bin / ln |lambda|; NaN if the mode does not decay. */
    public double timeScaleMs(int i, double binMs) {
        double modulus = modulus(i);
        return modulus < 1 ? -binMs / Math.log(modulus) : Double.NaN;
    }

    /** Frequency of a mode in Hz; 0 if the mode does not rotate. */
    public double frequencyHz(int i, double binMs) {
        return Math.abs(Math.atan2(imaginary[i], real[i])) / (2 * Math.PI) * 1000 / binMs;
    }

    /** Number of modes that do not decay: their modulus is at least 1. */
    public int unstable() {
        return (int) IntStream.range(0, size()).filter(i -> modulus(i) >= 1).count();
    }
}
