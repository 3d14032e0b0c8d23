package org.dalescope.model.scoring;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.math.simd.OptimalAssignment;
import org.dalescope.model.math.simd.PaddedMatrix;
import org.dalescope.model.math.stats.Jackknife;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.psth.Smoothing;

/**
 * A score of the similarity between single trials of population activity of model and data after optimal one-to-one
 * matching, relative to the similarity among data trials.
 *
 * @param trialIds ids of rows and columns, ascending, so that halvings depend on the ids and not on the order of the
 *     trials
 * @param modelWithData r {@code [model trial][data trial]}
 * @param dataWithData r {@code [data trial][data trial]}
 */
public record TrialMatchScore(
        int[] trialIds,
        PopulationTrials model,
        PopulationTrials data,
        double[][] modelWithData,
        double[][] dataWithData) {
    /** With fewer trials, the halves are too small for matching. */
    static final int LEAST_TRIALS = 8;

    private static final int HALVINGS = 20;
    private static final int GROUPS = 20;
    private static final double SMOOTHING_MS = 25;

    /**
     * Computes all correlations of the scored trials.
     *
     * @param chosen neurons over which the population mean is taken
     */
    public static TrialMatchScore of(Session session, Mask mask, ModelRates rates, IntPredicate chosen) {
        int[] ids = rates.trialIds();
        int[] rows = IntStream.range(0, ids.length)
                .boxed()
                .sorted(Comparator.comparingInt(row -> ids[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] sorted = IntStream.of(rows).map(row -> ids[row]).toArray();
        int[] positions = session.positions(sorted);
        int neurons = session.neurons().size();
        Smoothing smoothing = Smoothing.gaussian(SMOOTHING_MS, session.time().binMs());
        PopulationTrials model = PopulationTrials.of(
                mask, positions, neurons, chosen, (i, bin, n) -> rates.rate(rows[i], bin, n), smoothing);
        PopulationTrials data = PopulationTrials.of(
                mask, positions, neurons, chosen, (i, bin, n) -> session.rate(positions[i], bin, n), smoothing);
        return new TrialMatchScore(sorted, model, data, model.correlations(data), data.correlations(data));
    }

    /**
     * The mean r over matched halves.
     *
     * @param model mean r of model trials with data trials
     * @param data mean r of data trials with data trials
     */
    public record Halved(double model, double data) {
        /** The score; NaN if data trials do not resemble each other. */
        public double ratio() {
            return data > 0 ? model / data : Double.NaN;
        }
    }

    /** The mean r over 20 halvings of all trials; NaN below 8 trials. */
    public Halved halved() {
        return halved(IntStream.range(0, trialIds.length).toArray());
    }

    /**
     * The standard error of the ratio: jackknife over 20 groups of trials (every 20th trial), or over single trials if
     * there are fewer.
     */
    public double standardError() {
        int groups = Math.min(GROUPS, trialIds.length);
        return Jackknife.standardError(groups, group -> halved(IntStream.range(0, trialIds.length)
                        .filter(row -> row % groups != group)
                        .toArray())
                .ratio());
    }

    private Halved halved(int[] rows) {
        if (rows.length < LEAST_TRIALS) {
            return new Halved(Double.NaN, Double.NaN);
        }
        int size = rows.length / 2;
        double model = 0;
        double data = 0;
        for (int halving = 0; halving < HALVINGS; halving++) {
            int[] order = CounterRandom.of(0, Stream.HALVES).at(halving).at(-1).permutation(rows.length);
            int[] first = IntStream.range(0, size).map(i -> rows[order[i]]).toArray();
            int[] second =
                    IntStream.range(size, 2 * size).map(i -> rows[order[i]]).toArray();
            model += matchedMean(modelWithData, first, second);
            data += matchedMean(dataWithData, first, second);
        }
        return new Halved(model / HALVINGS, data / HALVINGS);
    }

    /** The data trial of each model trial in the matching with the largest sum of r. */
    public int[] partners() {
        int[] all = IntStream.range(0, trialIds.length).toArray();
        return partners(modelWithData, all, all);
    }

    private static double matchedMean(double[][] r, int[] first, int[] second) {
        int[] partner = partners(r, first, second);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += r[first[i]][second[partner[i]]];
        }
        return sum / first.length;
    }

    private static int[] partners(double[][] r, int[] first, int[] second) {
        double[] cost = new double[first.length * second.length];
        Arrays.setAll(cost, k -> 1 - r[first[k / second.length]][second[k % second.length]]);
        return OptimalAssignment.of(PaddedMatrix.copyOf(first.length, second.length, cost))
                .columnOf();
    }
}
