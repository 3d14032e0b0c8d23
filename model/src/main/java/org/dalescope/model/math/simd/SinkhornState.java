package org.dalescope.model.math.simd;

import java.util.Arrays;

/**
 * The state of an entropic transport problem between uniform marginals, P = u exp((f + g - cost) / epsilon) v, and the
 * multithreaded kernels that pass over its matrices. Each pass reads every row once and is divided among the threads by
 * blocks of rows. Sums over rows are computed per block and added in the order of the blocks, so that the number of
 * threads does not change any bit.
 */
public final class SinkhornState implements MatchingWeights {
    private final PaddedMatrix cost;
    private final WorkerThreads workers;
    private final RowBlocks blocks;
    private final int rows;
    private final int columns;
    private final int stride;

    /** {@code [row][stride]}, exp((kernelF + kernelG - cost) / epsilon). */
    private final double[] kernel;

    private final double[] kernelF;
    private final double[] kernelG;
    private final double[] f;
    private final double[] g;
    private final double[] perColumn;
    private final double[] perBlock;
    private final double[] peaks;
    private double[] u;
    private double[] nextU;
    private double[] v;
    private double[] nextV;
    private double epsilon = 1;

    /**
     * Starts with potentials of zero.
     *
     * @param cost the costs; the padding is overwritten
     */
    public SinkhornState(PaddedMatrix cost, WorkerThreads workers) {
        this.cost = cost;
        this.workers = workers;
        this.rows = cost.rows();
        this.columns = cost.columns();
        this.stride = cost.stride();
        this.blocks = RowBlocks.of(rows, stride);
        this.kernel = workers.pool().take(rows * stride);
        this.kernelF = new double[rows];
        this.kernelG = new double[stride];
        this.f = new double[rows];
        this.g = new double[stride];
        this.perColumn = new double[blocks.count() * stride];
        this.perBlock = new double[blocks.count()];
        this.peaks = new double[rows];
        this.u = new double[rows];
        this.nextU = new double[rows];
        this.v = new double[stride];
        this.nextV = new double[stride];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(cost.values(), row * stride + columns, (row + 1) * stride, SinkhornRows.UNREACHABLE);
        }
    }

    /**
     * Performs one exact iteration in the log domain from the absorbed potentials and computes the kernel of the new
     * ones. Nothing changes if the error of the rows is already within the tolerance.
     *
     * @return whether the error was within the tolerance
     */
    public boolean logStep(double atEpsilon, double tolerance) {
        blocks.run(workers, (block, first, end) -> perBlock[block] = normaliseRows(atEpsilon, block, first, end));
        if (sum(perBlock) <= tolerance) {
            return true;
        }
        epsilon = atEpsilon;
        System.arraycopy(nextU, 0, kernelF, 0, rows);
        Arrays.fill(kernelG, 0, columns, Double.POSITIVE_INFINITY);
        for (int from = 0; from < perColumn.length; from += stride) {
            for (int j = 0; j < columns; j++) {
                kernelG[j] = Math.min(kernelG[j], -perColumn[from + j]);
            }
        }
        blocks.run(workers, (block, first, end) -> fillKernel(block, first, end));
        Arrays.fill(u, 1);
        invertColumns(v);
        return false;
    }

    /**
     * Writes new row potentials to {@code nextU} and their highest reach to {@code perColumn}; returns the previous
     * error of these rows.
     */
    private double normaliseRows(double atEpsilon, int block, int first, int end) {
        double[] lanes = new double[SinkhornRows.LANES];
        SinkhornRows.peaks(cost.values(), g, peaks, first, end, lanes);
        SinkhornRows.sumsOfExp(cost.values(), g, peaks, 1 / atEpsilon, nextU, first, end, lanes);
        double error = 0;
        for (int i = first; i < end; i++) {
            double sum = nextU[i];
            error += Math.abs(Math.exp((f[i] + peaks[i]) / atEpsilon) * sum - 1.0 / rows);
            nextU[i] = -peaks[i] - atEpsilon * Math.log(sum * rows);
        }
        Arrays.fill(perColumn, block * stride, (block + 1) * stride, Double.NEGATIVE_INFINITY);
        SinkhornRows.raise(cost.values(), nextU, perColumn, block * stride, stride, first, end);
        return error;
    }

    private void fillKernel(int block, int first, int end) {
        Arrays.fill(perColumn, block * stride, (block + 1) * stride, 0);
        SinkhornRows.fill(cost.values(), kernelF, kernelG, 1 / epsilon, kernel, perColumn, block * stride, first, end);
    }

    /** Computes the column factors that make the sums of the columns uniform. */
    private void invertColumns(double[] factors) {
        Arrays.fill(factors, 0);
        for (int from = 0; from < perColumn.length; from += stride) {
            for (int j = 0; j < columns; j++) {
                factors[j] += perColumn[from + j];
            }
        }
        for (int j = 0; j < columns; j++) {
            factors[j] = 1 / (columns * factors[j]);
        }
    }

    /**
     * Computes the next factors without using them yet, and returns the L1 error of the row sums with the current
     * factors.
     */
    public double scale() {
        blocks.run(workers, (block, first, end) -> perBlock[block] = scaleRows(block, first, end));
        invertColumns(nextV);
        return sum(perBlock);
    }

    private double scaleRows(int block, int first, int end) {
        double[] lanes = new double[SinkhornRows.LANES];
        double[] products = new double[4];
        Arrays.fill(perColumn, block * stride, (block + 1) * stride, 0);
        double error = 0;
        int i = first;
        for (; i + 4 <= end; i += 4) {
            SinkhornRows.dotFour(kernel, i * stride, v, products, lanes);
            for (int k = 0; k < 4; k++) {
                error += invertRow(i + k, products[k]);
            }
            SinkhornRows.addFour(kernel, i * stride, nextU, i, perColumn, block * stride, stride);
        }
        for (; i < end; i++) {
            error += invertRow(i, SinkhornRows.dot(kernel, i * stride, v, lanes));
            SinkhornRows.add(kernel, i * stride, nextU[i], perColumn, block * stride, stride);
        }
        return error;
    }

    private double invertRow(int row, double sum) {
        nextU[row] = 1 / (rows * sum);
        return Math.abs(u[row] * sum - 1.0 / rows);
    }

    /** Uses the factors of the last {@link #scale} if all of them are below a limit; returns whether it did. */
    public boolean accept(double below) {
        for (double factor : nextU) {
            if (!(factor < below)) {
                return false;
            }
        }
        for (double factor : nextV) {
            if (!(factor < below)) {
                return false;
            }
        }
        double[] oldU = u;
        u = nextU;
        nextU = oldU;
        double[] oldV = v;
        v = nextV;
        nextV = oldV;
        return true;
    }

    /** Merges the factors into the potentials, for the next {@link #logStep}. */
    public void absorb() {
        for (int i = 0; i < rows; i++) {
            f[i] = kernelF[i] + epsilon * Math.log(u[i]);
        }
        for (int j = 0; j < columns; j++) {
            g[j] = kernelG[j] + epsilon * Math.log(v[j]);
        }
    }

    @Override
    public Measures measure() {
        double[] logV = new double[stride];
        for (int j = 0; j < columns; j++) {
            logV[j] = Math.log(v[j]) + kernelG[j] / epsilon;
        }
        double[][] perMeasure = new double[4][blocks.count()];
        blocks.run(workers, (block, first, end) -> measureRows(perMeasure, block, first, end, logV));
        return new Measures(sum(perMeasure[0]), sum(perMeasure[1]), sum(perMeasure[2]), sum(perMeasure[3]) / rows);
    }

    private void measureRows(double[][] perMeasure, int block, int first, int end, double[] logV) {
        double[] lanes = new double[SinkhornRows.LANES];
        double[] row = new double[3];
        for (int i = first; i < end; i++) {
            double logU = Math.log(u[i]) + kernelF[i] / epsilon;
            SinkhornRows.measure(cost.values(), kernel, i * stride, u[i], v, logU, logV, 1 / epsilon, row, lanes);
            perMeasure[0][block] += row[0];
            perMeasure[1][block] += Math.abs(row[0] - 1.0 / rows);
            perMeasure[2][block] += row[2];
            perMeasure[3][block] += row[0] > 0 ? Math.exp(Math.log(row[0]) - row[1] / row[0]) : 0;
        }
    }

    @Override
    public void divideByCost(int first, int end, double[] sums) {
        double[] lanes = new double[SinkhornRows.LANES];
        for (int i = first; i < end; i++) {
            sums[i - first] = SinkhornRows.divide(cost.values(), kernel, i * stride, u[i], v, lanes);
        }
    }

    @Override
    public void replaceCost(int first, int end, double[] sums) {
        double[] lanes = new double[SinkhornRows.LANES];
        for (int i = first; i < end; i++) {
            sums[i - first] = SinkhornRows.replace(cost.values(), kernel, i * stride, u[i], v, lanes);
        }
    }

    @Override
    public void release(DoubleArrayPool pool) {
        pool.give(cost.values());
        pool.give(kernel);
    }

    @Override
    public double[] plan() {
        double[] plan = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                plan[i * columns + j] = u[i] * kernel[i * stride + j] * v[j];
            }
        }
        return plan;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
