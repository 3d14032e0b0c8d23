package org.dalescope.model.analysis.population;

import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.selectivity.FactorTrials;
import org.dalescope.model.session.Mask;

/**
 * The variance over neurons that a factor causes: the sum over bins and pairs of levels of D D', with D the difference
 * of the levels' mean rates over trials, less what the variance over trials adds to it on average.
 *
 * @param covariance {@code [neuron][neuron]}, unbiased
 * @param noise the trace of what was subtracted
 */
public record FactorCovariance(double[][] covariance, double noise) {

    /** The rate of a neuron in a bin of a trial, by its position in the session; sp/s. */
    @FunctionalInterface
    public interface Rates {
        double at(int position, int bin, int neuron);
    }

    /**
     * The covariance in the window of a factor's trials.
     *
     * @param scale by which the rate of every neuron is divided, sp/s
     */
    static FactorCovariance of(FactorTrials trials, RecordedNeurons neurons, double[] scale, Rates rates) {
        int count = scale.length;
        double[][] sum = new double[count][count];
        double noise = 0;
        Mask bins = trials.bins();
        List<int[]> levels = trials.levels();
        for (int bin = 0; bin < bins.bins(); bin++) {
            Level[] known = new Level[levels.size()];
            for (int level = 0; level < known.length; level++) {
                known[level] = Level.of(levels.get(level), bins, bin, neurons, scale, rates);
            }
            for (int a = 0; a < known.length; a++) {
                for (int b = a + 1; b < known.length; b++) {
                    if (known[a].trials() >= ConditionAverages.MINIMUM_TRIALS
                            && known[b].trials() >= ConditionAverages.MINIMUM_TRIALS) {
                        noise += known[a].addDifference(known[b], sum);
                    }
                }
            }
        }
        return new FactorCovariance(sum, noise);
    }

    double trace() {
        return IntStream.range(0, covariance.length)
                .mapToDouble(n -> covariance[n][n])
                .sum();
    }

    /**
     * The rates of one level in one bin.
     *
     * @param mean over trials
     * @param covariance over trials, divided by the number of trials
     */
    private record Level(int trials, double[] mean, double[][] covariance) {
        static Level of(int[] positions, Mask bins, int bin, RecordedNeurons neurons, double[] scale, Rates rates) {
            int count = scale.length;
            double[][] own = IntStream.of(positions)
                    .filter(position -> bins.isValid(position, bin))
                    .mapToObj(position -> IntStream.range(0, count)
                            .mapToDouble(n -> rates.at(position, bin, neurons.columns()[n]) / scale[n])
                            .toArray())
                    .toArray(double[][]::new);
            double[] mean = own.length == 0 ? new double[count] : PrincipalAxes.mean(own);
            double[][] covariance = new double[count][count];
            for (double[] trial : own) {
                for (int i = 0; i < count; i++) {
                    for (int j = 0; j < count; j++) {
                        covariance[i][j] +=
                                (trial[i] - mean[i]) * (trial[j] - mean[j]) / (own.length - 1.0) / own.length;
                    }
                }
            }
            return new Level(own.length, mean, covariance);
        }

        /** Adds the difference of two levels and returns the trace of the noise that it is corrected for. */
        double addDifference(Level other, double[][] sum) {
            double noise = 0;
            for (int i = 0; i < mean.length; i++) {
                double ofI = mean[i] - other.mean[i];
                noise += covariance[i][i] + other.covariance[i][i];
                for (int j = 0; j < mean.length; j++) {
                    sum[i][j] += ofI * (mean[j] - other.mean[j]) - covariance[i][j] - other.covariance[i][j];
                }
            }
            return noise;
        }
    }
}
