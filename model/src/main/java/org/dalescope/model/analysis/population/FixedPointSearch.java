package org.dalescope.model.analysis.population;

import java.util.Arrays;
import org.dalescope.model.analysis.circuit.ConstantInputDynamics;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Searches for fixed points and slow points of a recurrent network: minima of q(x) = |F(x) - x|^2 / 2 (Sussillo and
 * Barak 2013). It takes Levenberg-Marquardt steps, which become Newton steps for F(x) = x when the damping is small.
 */
final class FixedPointSearch {
    private static final int STEPS_AT_MOST = 300;
    /** The largest component of F(x) - x that counts as a fixed point. */
    private static final double STILL = 1e-9;
    /**
     * The largest component of the gradient of q at a slow point (a minimum that is not a fixed point), as a share of
     * |F(x) - x|.
     */
    private static final double FLAT = 1e-6;

    private static final double HIGHEST_DAMPING = 1e12;

    private FixedPointSearch() {}

    /** The outcome of a search. */
    enum Ending {
        /** A fixed point, F(x) = x. */
        FIXED,
        /** A minimum of q above 0, where the state drifts slowly. */
        SLOW,
        /** Neither of the two within {@value #STEPS_AT_MOST} steps. */
        LOST
    }

    /**
     * The point at which a search ended.
     *
     * @param speed |F(x) - x| per bin
     */
    record Point(Ending ending, double[] x, double speed) {}

    static Point from(double[] start, ConstantInputDynamics recurrence) {
        int n = start.length;
        double[] x = start.clone();
        double[] g = residual(x, recurrence);
        double q = half(g);
        double damping = 1e-3;
        for (int step = 0; step < STEPS_AT_MOST && largest(g) > STILL; step++) {
            double[] slope = ConstantInputDynamics.jacobian(recurrence.network(), x);
            for (int i = 0; i < n; i++) {
                slope[i * n + i] -= 1;
            }
            double[] gradient = transposedTimes(slope, g);
            if (largest(gradient) < FLAT * Math.sqrt(2 * q)) {
                return new Point(Ending.SLOW, x, Math.sqrt(2 * q));
            }
            boolean moved = false;
            while (!moved && damping < HIGHEST_DAMPING) {
                double[] next = step(x, slope, g, damping);
                double[] nextG = residual(next, recurrence);
                double nextQ = half(nextG);
                moved = nextQ < q;
                if (moved) {
                    x = next;
                    g = nextG;
                    q = nextQ;
                }
                damping = moved ? Math.max(damping / 10, 1e-14) : damping * 10;
            }
            if (!moved) {
                break;
            }
        }
        return new Point(largest(g) <= STILL ? Ending.FIXED : Ending.LOST, x, Math.sqrt(2 * q));
    }

    /** Solves [A; sqrt(d) 1] step = [-g; 0] by least squares, which avoids the squared condition number of A^T A. */
    private static double[] step(double[] x, double[] slope, double[] g, double damping) {
        int n = x.length;
        DMatrixRMaj matrix = new DMatrixRMaj(2 * n, n);
        DMatrixRMaj target = new DMatrixRMaj(2 * n, 1);
        System.arraycopy(slope, 0, matrix.data, 0, n * n);
        for (int i = 0; i < n; i++) {
            matrix.set(n + i, i, Math.sqrt(damping));
            target.set(i, 0, -g[i]);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.leastSquares(2 * n, n);
        if (!solver.setA(matrix)) {
            throw new IllegalStateException("a damped step has no solution");
        }
        DMatrixRMaj step = new DMatrixRMaj(n, 1);
        solver.solve(target, step);
        double[] next = x.clone();
        Arrays.setAll(next, i -> x[i] + step.get(i, 0));
        return next;
    }

    private static double[] residual(double[] x, ConstantInputDynamics recurrence) {
        double[] next = recurrence.next(x);
        Arrays.setAll(next, i -> next[i] - x[i]);
        return next;
    }

    private static double half(double[] g) {
        return Arrays.stream(g).map(v -> v * v).sum() / 2;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    private static double[] transposedTimes(double[] matrix, double[] v) {
        int n = v.length;
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                product[j] += matrix[i * n + j] * v[i];
            }
        }
        return product;
    }
}
