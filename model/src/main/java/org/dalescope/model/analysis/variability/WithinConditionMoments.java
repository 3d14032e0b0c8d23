package org.dalescope.model.analysis.variability;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The means and trial-to-trial covariances of spike counts within conditions and windows, pooled over conditions and
 * windows with their degrees of freedom as weights.
 *
 * @param degreesOfFreedom sum over conditions and windows of trials - 1
 * @param mean count, {@code [neuron]}
 * @param covariance {@code [neuron][neuron]}
 */
record WithinConditionMoments(int degreesOfFreedom, double[] mean, double[][] covariance) {

    /**
     * Computes the moments of some trials.
     *
     * @param conditions rows of the trials of each condition
     * @param kept whether a row is used
     */
    static WithinConditionMoments of(SpikeCountWindows counts, List<int[]> conditions, IntPredicate kept) {
        int n = counts.neurons();
        double[] mean = new double[n];
        double[][] products = new double[n][n];
        int freedom = 0;
        for (int[] condition : conditions) {
            for (int window = 0; window < counts.windows(); window++) {
                int at = window;
                int[] rows = IntStream.of(condition)
                        .filter(row -> kept.test(row) && counts.valid()[row][at])
                        .toArray();
                if (rows.length > 1) {
                    freedom += rows.length - 1;
                    add(counts, rows, window, mean, products);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            mean[i] /= freedom;
            for (int j = 0; j < n; j++) {
                products[i][j] /= freedom;
            }
        }
        return new WithinConditionMoments(freedom, mean, products);
    }

    private static void add(SpikeCountWindows counts, int[] rows, int window, double[] mean, double[][] products) {
        int n = mean.length;
        double[] own = new double[n];
        for (int row : rows) {
            for (int i = 0; i < n; i++) {
                own[i] += counts.counts()[row][window][i] / rows.length;
            }
        }
        for (int i = 0; i < n; i++) {
            mean[i] += own[i] * (rows.length - 1);
        }
        double[] off = new double[n];
        for (int row : rows) {
            for (int i = 0; i < n; i++) {
                off[i] = counts.counts()[row][window][i] - own[i];
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    products[i][j] += off[i] * off[j];
                }
            }
        }
    }

    /** The moments with Poisson emission added to expected counts: the mean of each neuron is added to its variance. */
    WithinConditionMoments withPoissonEmission() {
        double[][] emitted = new double[mean.length][];
        for (int i = 0; i < mean.length; i++) {
            emitted[i] = covariance[i].clone();
            emitted[i][i] += mean[i];
        }
        return new WithinConditionMoments(degreesOfFreedom, mean, emitted);
    }

    /** Variance divided by mean of each neuron; NaN if the neuron is silent. */
    double[] fano() {
        return IntStream.range(0, mean.length)
                .mapToDouble(i -> mean[i] > 0 ? covariance[i][i] / mean[i] : Double.NaN)
                .toArray();
    }

    /** The correlation of two neurons; NaN if one of them does not vary. */
    double correlation(int i, int j) {
        double scale = Math.sqrt(covariance[i][i] * covariance[j][j]);
        return scale > 0 ? covariance[i][j] / scale : Double.NaN;
    }
}
