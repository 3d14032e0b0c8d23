package org.dalescope.model.analysis.connectivity;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConstantInputDynamics;
import org.dalescope.model.analysis.circuit.MeanTrajectory;
import org.dalescope.model.math.linear.EigenvalueSpectrum;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.network.Network;

/**
 * The eigenvalues of the linearised dynamics (the Jacobian J) at the mean states of a network, with one value per row.
 *
 * @param modulus largest |lambda|
 * @param slowestMs time scale of the slowest mode that decays; NaN if none does
 * @param secondMs time scale of the next slowest mode, not counting the conjugate of the first
 * @param fastestMs time scale of the fastest mode
 * @param frequencyHz frequency of the mode with the largest |lambda|, 0 if its eigenvalue is real
 * @param growing number of modes with |lambda| of 1 or more
 */
record LinearisedEigenvalues(
        double[] modulus,
        double[] slowestMs,
        double[] secondMs,
        double[] fastestMs,
        double[] frequencyHz,
        int[] growing) {
    /** Computes the eigenvalues at the first rows of a trajectory. */
    static LinearisedEigenvalues of(MeanTrajectory trajectory, int rows, double binMs, WorkerThreads workers) {
        LinearisedEigenvalues all = new LinearisedEigenvalues(
                new double[rows],
                new double[rows],
                new double[rows],
                new double[rows],
                new double[rows],
                new int[rows]);
        Network network = trajectory.network();
        workers.run(rows, row -> {
            double[] jacobian =
                    ConstantInputDynamics.jacobian(network, trajectory.state()[row]);
            all.set(row, EigenvalueSpectrum.of(jacobian, network.size()), binMs);
        });
        return all;
    }

    double medianModulus(int first) {
        return Descriptive.median(Arrays.copyOf(modulus, first));
    }

    double medianSlowest(int first) {
        return Descriptive.median(Arrays.copyOf(slowestMs, first));
    }

    double medianFastest(int first) {
        return Descriptive.median(Arrays.copyOf(fastestMs, first));
    }

    double unstableShare(int first) {
        return share(modulus, first, m -> m >= 1);
    }

    double turningShare(int first) {
        return share(frequencyHz, first, f -> f > 0);
    }

    private void set(int row, EigenvalueSpectrum spectrum, double binMs) {
        modulus[row] = spectrum.modulus(0);
        frequencyHz[row] = spectrum.imaginary()[0] == 0 ? 0 : spectrum.frequencyHz(0, binMs);
        growing[row] = spectrum.unstable();
        int slowest = growing[row];
        slowestMs[row] = time(spectrum, slowest, binMs);
        int pair = slowest < spectrum.size() && spectrum.imaginary()[slowest] != 0 ? 2 : 1;
        secondMs[row] = time(spectrum, slowest + pair, binMs);
        fastestMs[row] = time(spectrum, spectrum.size() - 1, binMs);
    }

    private static double time(EigenvalueSpectrum spectrum, int mode, double binMs) {
        return mode < spectrum.size() ? spectrum.timeScaleMs(mode, binMs) : Double.NaN;
    }

    private static double share(double[] values, int first, DoublePredicate wanted) {
        return IntStream.range(0, first)
                .mapToDouble(row -> wanted.test(values[row]) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }
}
