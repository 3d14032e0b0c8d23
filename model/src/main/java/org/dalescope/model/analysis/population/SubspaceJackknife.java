package org.dalescope.model.analysis.population;

import java.util.List;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.selectivity.FactorTrials;
import org.dalescope.model.math.stats.Jackknife;
import org.dalescope.model.session.Mask;

/**
 * The standard errors over trials of a factor's variance and of its share along some directions, by a jackknife over 20
 * groups of trials. They are rather too large than too small, because the variance is a square (Efron and Stein 1981).
 */
record SubspaceJackknife(double ofTotal, double ofShare) {
    private static final int GROUPS = 20;

    static SubspaceJackknife of(
            FactorTrials trials,
            RecordedNeurons neurons,
            double[] scale,
            double[][] directions,
            FactorCovariance.Rates rates) {
        // Of every group left out: the total variance and that along the directions.
        double[] total = new double[GROUPS];
        double[] along = new double[GROUPS];
        Mask bins = trials.bins();
        List<int[]> levels = trials.levels();
        for (int bin = 0; bin < bins.bins(); bin++) {
            Sums[] sums = new Sums[levels.size()];
            for (int level = 0; level < sums.length; level++) {
                sums[level] = Sums.of(levels.get(level), bins, bin, neurons, scale, directions, rates);
            }
            for (int group = 0; group < GROUPS; group++) {
                for (int a = 0; a < sums.length; a++) {
                    for (int b = a + 1; b < sums.length; b++) {
                        if (sums[a].without(group) >= ConditionAverages.MINIMUM_TRIALS
                                && sums[b].without(group) >= ConditionAverages.MINIMUM_TRIALS) {
                            total[group] += Sums.variance(sums[a], sums[b], group, 0, scale.length);
                            along[group] += Sums.variance(
                                    sums[a], sums[b], group, scale.length, scale.length + directions.length);
                        }
                    }
                }
            }
        }
        return new SubspaceJackknife(
                Jackknife.standardError(GROUPS, group -> total[group]),
                Jackknife.standardError(GROUPS, group -> along[group] / total[group]));
    }

    /**
     * Sums over the trials of one level in one bin, of the neurons' rates and of their projections.
     *
     * @param count trials of every group
     * @param sum {@code [group][component]}
     * @param squares {@code [group][component]}
     * @param all the number of trials
     * @param allSum of every component
     * @param allSquares of every component
     */
    private record Sums(
            int[] count, double[][] sum, double[][] squares, int all, double[] allSum, double[] allSquares) {
        static Sums of(
                int[] positions,
                Mask bins,
                int bin,
                RecordedNeurons neurons,
                double[] scale,
                double[][] directions,
                FactorCovariance.Rates rates) {
            int components = scale.length + directions.length;
            int[] count = new int[GROUPS];
            double[][] sum = new double[GROUPS][components];
            double[][] squares = new double[GROUPS][components];
            double[] allSum = new double[components];
            double[] allSquares = new double[components];
            int all = 0;
            for (int i = 0; i < positions.length; i++) {
                if (bins.isValid(positions[i], bin)) {
                    double[] values = components(positions[i], bin, neurons, scale, directions, rates);
                    int group = i % GROUPS;
                    count[group]++;
                    all++;
                    for (int c = 0; c < components; c++) {
                        sum[group][c] += values[c];
                        squares[group][c] += values[c] * values[c];
                        allSum[c] += values[c];
                        allSquares[c] += values[c] * values[c];
                    }
                }
            }
            return new Sums(count, sum, squares, all, allSum, allSquares);
        }

        private static double[] components(
                int position,
                int bin,
                RecordedNeurons neurons,
                double[] scale,
                double[][] directions,
                FactorCovariance.Rates rates) {
            double[] values = new double[scale.length + directions.length];
            for (int n = 0; n < scale.length; n++) {
                values[n] = rates.at(position, bin, neurons.columns()[n]) / scale[n];
                for (int d = 0; d < directions.length; d++) {
                    values[scale.length + d] += directions[d][n] * values[n];
                }
            }
            return values;
        }

        /** The number of trials without a group. */
        int without(int group) {
            return all - count[group];
        }

        private double mean(int group, int component) {
            return (allSum[component] - sum[group][component]) / without(group);
        }

        /** The variance of the mean without a group. */
        private double error(int group, int component) {
            int n = without(group);
            double mean = mean(group, component);
            double deviations = allSquares[component] - squares[group][component] - n * mean * mean;
            return deviations / (n - 1.0) / n;
        }

        /** The squared difference of two levels' means over some components, less what noise adds. */
        static double variance(Sums a, Sums b, int group, int from, int to) {
            double variance = 0;
            for (int c = from; c < to; c++) {
                double difference = a.mean(group, c) - b.mean(group, c);
                variance += difference * difference - a.error(group, c) - b.error(group, c);
            }
            return variance;
        }
    }
}
