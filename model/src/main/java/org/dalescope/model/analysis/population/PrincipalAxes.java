package org.dalescope.model.analysis.population;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.math.linear.SingularValueDecomposition;

/**
 * The principal axes of condition averages, in which every neuron is divided by its own scale.
 *
 * @param mean of every neuron over the rows
 * @param scale of every neuron
 * @param variances along the axes, descending
 * @param axes orthonormal, {@code [axis][neuron]}
 */
record PrincipalAxes(double[] mean, double[] scale, double[] variances, double[][] axes) {
    /**
     * Added to the range of a neuron, so that the noise of a silent neuron is not amplified (Churchland et al. 2012).
     */
    private static final double SOFT_SPS = 5;

    /** The range of every neuron over the rows plus 5 sp/s. */
    static double[] softScale(double[][] averages) {
        double[] scale = new double[averages[0].length];
        for (int neuron = 0; neuron < scale.length; neuron++) {
            int at = neuron;
            double highest =
                    Arrays.stream(averages).mapToDouble(row -> row[at]).max().orElse(0);
            double lowest =
                    Arrays.stream(averages).mapToDouble(row -> row[at]).min().orElse(0);
            scale[neuron] = highest - lowest + SOFT_SPS;
        }
        return scale;
    }

    /** The axes of averages {@code [row][neuron]}. The variances divide by n, not by n - 1. */
    static PrincipalAxes of(double[][] averages, double[] scale) {
        int neurons = scale.length;
        double[] mean = mean(averages);
        double[] covariance = new double[neurons * neurons];
        for (double[] row : averages) {
            for (int i = 0; i < neurons; i++) {
                double deviation = (row[i] - mean[i]) / scale[i] / averages.length;
                for (int j = 0; j < neurons; j++) {
                    covariance[i * neurons + j] += deviation * (row[j] - mean[j]) / scale[j];
                }
            }
        }
        SingularValueDecomposition vectors = SingularValueDecomposition.of(covariance, neurons, neurons);
        return new PrincipalAxes(mean, scale, vectors.values(), vectors.left());
    }

    /** The axes of the data's condition averages, as {@link PopulationAnalysis} computes them. */
    static PrincipalAxes ofData(ConditionAverages rows, RecordedNeurons neurons) {
        double[][] data = rows.smoothed(rows.data(neurons), PopulationAnalysis.SMOOTHING_MS);
        double[][] single =
                IntStream.of(rows.singleConditions()).mapToObj(row -> data[row]).toArray(double[][]::new);
        return of(single, softScale(single));
    }

    /** The position on an axis, measured from a mean. */
    double projection(double[] row, double[] from, int axis) {
        double sum = 0;
        for (int neuron = 0; neuron < row.length; neuron++) {
            sum += axes[axis][neuron] * (row[neuron] - from[neuron]) / scale[neuron];
        }
        return sum;
    }

    /** The share of the variance of averages along every axis. */
    double[] explained(double[][] averages) {
        double[] from = mean(averages);
        double total = 0;
        double[] along = new double[axes.length];
        for (double[] row : averages) {
            for (int neuron = 0; neuron < row.length; neuron++) {
                double deviation = (row[neuron] - from[neuron]) / scale[neuron];
                total += deviation * deviation;
            }
            for (int axis = 0; axis < along.length; axis++) {
                double place = projection(row, from, axis);
                along[axis] += place * place;
            }
        }
        for (int axis = 0; axis < along.length; axis++) {
            along[axis] /= total;
        }
        return along;
    }

    /** The participation ratio (sum v)^2 / sum v^2 of the variances, a measure of dimension. */
    double participationRatio() {
        double sum = Arrays.stream(variances).sum();
        return sum * sum / Arrays.stream(variances).map(v -> v * v).sum();
    }

    /** The first axes. */
    double[][] leading(int count) {
        return Arrays.copyOf(axes, Math.min(count, axes.length));
    }

    static double[] mean(double[][] averages) {
        double[] mean = new double[averages[0].length];
        for (double[] row : averages) {
            for (int neuron = 0; neuron < mean.length; neuron++) {
                mean[neuron] += row[neuron] / averages.length;
            }
        }
        return mean;
    }
}
