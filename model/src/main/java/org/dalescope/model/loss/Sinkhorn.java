package org.dalescope.model.loss;

import java.util.Arrays;

/**
 * Entropic optimal transport in the log domain (Cuturi 2013; stabilised by absorption, Schmitzer 2019): potentials take up
 * what would under- or overflow, so that a small epsilon gives a sharp plan and never a plan of zeros. Between absorptions
 * an iteration is two matrix-vector products.
 */
public final class Sinkhorn {
    private static final double ABSORB_BEYOND = 1e50;
    private static final int ABSORB_EVERY = 50;

    private final int rows;
    private final int columns;
    private final double[] cost;
    private final double[] f;
    private final double[] g;
    private final double[] kernel;
    private final double[] u;
    private final double[] v;

    private Sinkhorn(int rows, int columns, double[] cost) {
        this.rows = rows;
        this.columns = columns;
        this.cost = cost;
        this.f = new double[rows];
        this.g = new double[columns];
        this.kernel = new double[rows * columns];
        this.u = new double[rows];
        this.v = new double[columns];
    }

    /** Runs a fixed epsilon from zero potentials. */
    public static TransportPlan solve(
            int rows, int columns, double[] cost, double epsilon, int iterations, double tolerance) {
        Sinkhorn sinkhorn = new Sinkhorn(rows, columns, cost);
        int used = sinkhorn.iterate(epsilon, iterations, tolerance);
        return sinkhorn.plan(epsilon, used);
    }

    /** Anneals from the median cost down to its share {@code epsilon}, keeping the potentials. */
    public static TransportPlan solveRelative(
            int rows, int columns, double[] cost, double epsilon, int iterations, double tolerance) {
        Sinkhorn sinkhorn = new Sinkhorn(rows, columns, cost);
        double median = median(cost);
        double target = Math.max(epsilon * median, Double.MIN_NORMAL);
        int used = 0;
        for (double coarse = median; coarse > 2 * target && used < iterations; coarse /= 4) {
            used += sinkhorn.iterate(coarse, Math.min(5, iterations - used), tolerance);
        }
        used += sinkhorn.iterate(target, Math.max(1, iterations - used), tolerance);
        return sinkhorn.plan(target, used);
    }

    private int iterate(double epsilon, int iterations, double tolerance) {
        int done = 0;
        while (done < iterations) {
            logStep(epsilon);
            done++;
            int scaled = scale(epsilon, iterations - done, tolerance);
            done += scaled;
            if (rowError() <= tolerance) {
                break;
            }
        }
        absorb(epsilon);
        return done;
    }

    /** One exact iteration in the log domain, then the kernel of the new potentials. */
    private void logStep(double epsilon) {
        for (int i = 0; i < rows; i++) {
            double peak = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < columns; j++) {
                peak = Math.max(peak, g[j] - cost[i * columns + j]);
            }
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum += Math.exp((g[j] - cost[i * columns + j] - peak) / epsilon);
            }
            f[i] = -peak - epsilon * Math.log(sum * rows);
        }
        for (int j = 0; j < columns; j++) {
            double peak = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < rows; i++) {
                peak = Math.max(peak, f[i] - cost[i * columns + j]);
            }
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += Math.exp((f[i] - cost[i * columns + j] - peak) / epsilon);
            }
            g[j] = -peak - epsilon * Math.log(sum * columns);
        }
        fillKernel(epsilon);
    }

    /** Scaling iterations on the current kernel until converged, absorbed by size, or as many as allowed. */
    private int scale(double epsilon, int allowed, double tolerance) {
        int done = 0;
        while (done < Math.min(allowed, ABSORB_EVERY) && rowError() > tolerance) {
            if (!scaleOnce()) {
                break;
            }
            done++;
        }
        absorb(epsilon);
        fillKernel(epsilon);
        return done;
    }

    private boolean scaleOnce() {
        double[] nextU = new double[rows];
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum += kernel[i * columns + j] * v[j];
            }
            nextU[i] = 1 / (rows * sum);
            if (!(nextU[i] < ABSORB_BEYOND)) {
                return false;
            }
        }
        double[] nextV = new double[columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                nextV[j] += kernel[i * columns + j] * nextU[i];
            }
        }
        for (int j = 0; j < columns; j++) {
            nextV[j] = 1 / (columns * nextV[j]);
            if (!(nextV[j] < ABSORB_BEYOND)) {
                return false;
            }
        }
        System.arraycopy(nextU, 0, u, 0, rows);
        System.arraycopy(nextV, 0, v, 0, columns);
        return true;
    }

    private void fillKernel(double epsilon) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                kernel[i * columns + j] = Math.exp((f[i] + g[j] - cost[i * columns + j]) / epsilon);
            }
        }
        Arrays.fill(u, 1);
        Arrays.fill(v, 1);
    }

    private void absorb(double epsilon) {
        for (int i = 0; i < rows; i++) {
            f[i] += epsilon * Math.log(u[i]);
        }
        for (int j = 0; j < columns; j++) {
            g[j] += epsilon * Math.log(v[j]);
        }
        Arrays.fill(u, 1);
        Arrays.fill(v, 1);
    }

    private double rowError() {
        double error = 0;
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum += kernel[i * columns + j] * v[j];
            }
            error += Math.abs(u[i] * sum - 1.0 / rows);
        }
        return error;
    }

    private TransportPlan plan(double epsilon, int iterations) {
        fillKernel(epsilon);
        double matches = 0;
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            double pLogP = 0;
            for (int j = 0; j < columns; j++) {
                double p = kernel[i * columns + j];
                sum += p;
                pLogP += p > 0 ? p * Math.log(p) : 0;
            }
            matches += sum > 0 ? Math.exp(Math.log(sum) - pLogP / sum) / rows : 0;
        }
        return new TransportPlan(rows, columns, kernel.clone(), iterations, rowError(), matches);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
