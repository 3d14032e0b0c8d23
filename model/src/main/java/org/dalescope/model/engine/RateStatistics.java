package org.dalescope.model.engine;

import java.util.Arrays;

/**
 * The statistics of a model's rates (sp/s) and of its read-out that an engine returns, for losses and scores.
 *
 * @param psth {@code [group][bin][neuron]}, neurons in the session's order
 * @param population {@code [trial][bin]}, mean over recorded neurons; empty if the plan does not include it
 * @param moments sums over single bins; all zero if the plan does not include them
 * @param output y {@code [trial][bin][target]}; empty if the plan does not include it
 */
public record RateStatistics(
        int groups,
        int trials,
        int bins,
        int neurons,
        double[] psth,
        double[] population,
        Moments moments,
        double[] output) {

    /**
     * Weighted sums over trials and bins.
     *
     * @param mean weighted sum of every unit's rate, {@code [unit]}, sp/s
     * @param square weighted sum of every unit's squared rate, {@code [unit]}
     * @param poisson weighted sum of the mean over neurons of the neuron's weight times c - y log(c + 1e-8), with c the
     *     expected and y the observed count of a bin
     */
    public record Moments(double[] mean, double[] square, double poisson) {
        public static Moments zero(int units) {
            return new Moments(new double[units], new double[units], 0);
        }

        public Moments plus(Moments other) {
            double[] sum = mean.clone();
            double[] squares = square.clone();
            Arrays.setAll(sum, i -> mean[i] + other.mean[i]);
            Arrays.setAll(squares, i -> square[i] + other.square[i]);
            return new Moments(sum, squares, poisson + other.poisson);
        }
    }

    /** Statistics without sums over single bins and without a read-out. */
    public RateStatistics(int groups, int trials, int bins, int neurons, double[] psth, double[] population) {
        this(groups, trials, bins, neurons, psth, population, Moments.zero(0), new double[0]);
    }

    /** The same statistics with only the first PSTHs. */
    public RateStatistics firstGroups(int count) {
        double[] first = Arrays.copyOf(psth, count * bins * neurons);
        return new RateStatistics(count, trials, bins, neurons, first, population, moments, output);
    }

    /** The PSTH of one group, {@code [bin][neuron]}. */
    public double[] psth(int group) {
        return Arrays.copyOfRange(psth, group * bins * neurons, (group + 1) * bins * neurons);
    }
}
