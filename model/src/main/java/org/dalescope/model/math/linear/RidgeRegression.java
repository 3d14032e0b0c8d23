package org.dalescope.model.math.linear;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The sums of a ridge regression, to which rows are added one by one: the weights are (X^T X + penalty I)^-1 X^T Y.
 * Sums of different rows can be added.
 */
public final class RidgeRegression {
    /** Rows that are added to the Gram matrix together, so that it is read once for several rows. */
    private static final int TOGETHER = 4;

    private final int features;
    private final int targets;
    private final double[] gram;
    private final double[] products;
    private final double[] waiting;
    private int rows;

    /** Empty sums for rows of so many features and targets. */
    public RidgeRegression(int features, int targets) {
        this.features = features;
        this.targets = targets;
        this.gram = new double[features * features];
        this.products = new double[features * targets];
        this.waiting = new double[TOGETHER * features];
    }

    /**
     * Adds a row.
     *
     * @param x features, starting at an index
     * @param y targets
     */
    public void add(double[] x, int from, double[] y) {
        for (int f = 0; f < features; f++) {
            double value = x[from + f];
            int at = f * targets;
            for (int n = 0; n < targets; n++) {
                products[at + n] += value * y[n];
            }
        }
        System.arraycopy(x, from, waiting, rows * features, features);
        rows++;
        if (rows == TOGETHER) {
            flush();
        }
    }

    /** Adds the rows of other sums. */
    public void add(RidgeRegression other) {
        other.flush();
        flush();
        for (int i = 0; i < gram.length; i++) {
            gram[i] += other.gram[i];
        }
        for (int i = 0; i < products.length; i++) {
            products[i] += other.products[i];
        }
    }

    /**
     * The weights {@code [feature][target]}.
     *
     * @param penalty above 0
     */
    public double[] solve(double penalty) {
        flush();
        DMatrixRMaj a = new DMatrixRMaj(features, features);
        for (int i = 0; i < features; i++) {
            for (int j = i; j < features; j++) {
                double value = gram[i * features + j] + (i == j ? penalty : 0);
                a.set(i, j, value);
                a.set(j, i, value);
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(features);
        if (!solver.setA(a)) {
            throw new IllegalStateException("the ridge regression has no solution");
        }
        DMatrixRMaj weights = new DMatrixRMaj(features, targets);
        solver.solve(new DMatrixRMaj(features, targets, true, products.clone()), weights);
        return weights.getData();
    }

    /** Adds the waiting rows to the upper triangle of the Gram matrix. */
    private void flush() {
        Arrays.fill(waiting, rows * features, waiting.length, 0);
        rows = 0;
        int b = features;
        int c = 2 * features;
        int d = 3 * features;
        for (int i = 0; i < features; i++) {
            double wa = waiting[i];
            double wb = waiting[b + i];
            double wc = waiting[c + i];
            double wd = waiting[d + i];
            int at = i * features;
            for (int j = i; j < features; j++) {
                gram[at + j] += wa * waiting[j] + wb * waiting[b + j] + wc * waiting[c + j] + wd * waiting[d + j];
            }
        }
    }
}
