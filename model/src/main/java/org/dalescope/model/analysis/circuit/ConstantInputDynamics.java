package org.dalescope.model.analysis.circuit;

import org.dalescope.model.network.Network;

/**
 * The dynamics of one network under a constant drive, x' = F(x) = (1-a) x + a (W softplus(x) + drive), in double
 * precision and without noise.
 */
public record ConstantInputDynamics(Network network, double[] drive) {
    /** The next state, F(x). */
    public double[] next(double[] x) {
        int n = network.size();
        double[] s = new double[n];
        for (int i = 0; i < n; i++) {
            s[i] = Math.max(x[i], 0) + Math.log1p(Math.exp(-Math.abs(x[i])));
        }
        double[] next = new double[n];
        for (int to = 0; to < n; to++) {
            double sum = drive[to];
            for (int from = 0; from < n; from++) {
                sum += network.w()[to * n + from] * s[from];
            }
            double a = network.alpha()[to];
            next[to] = (1 - a) * x[to] + a * sum;
        }
        return next;
    }

    /**
     * The Jacobian dF/dx = diag(1-a) + diag(a) W diag(sigmoid(x)), {@code [to][from]}, row-major. It does not depend
     * on the drive.
     */
    public static double[] jacobian(Network network, double[] x) {
        int n = network.size();
        double[] slope = new double[n];
        for (int i = 0; i < n; i++) {
            slope[i] = 1 / (1 + Math.exp(-x[i]));
        }
        double[] jacobian = new double[n * n];
        for (int to = 0; to < n; to++) {
            double a = network.alpha()[to];
            for (int from = 0; from < n; from++) {
                jacobian[to * n + from] = a * network.w()[to * n + from] * slope[from] + (to == from ? 1 - a : 0);
            }
        }
        return jacobian;
    }
}
