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
 * How well single trials of the model's population activity resemble single trials of the data's when each has the partner that
 * suits it best, and how well data trials resemble data trials.
 *
 * @param trialIds of rows and columns, ascending: halvings depend on ids, not on the order in which trials come
 * @param modelWithData r {@code [model trial][data trial]}
 * @param dataWithData r {@code [data trial][data trial]}
 */
public record TrialMatchScore(
        int[] trialIds,
        PopulationTrials model,
        PopulationTrials data,
        double[][] modelWithData,
        double[][] dataWithData) {
    /** Fewer trials give halves too small to be matched. */
    static final int LEAST_TRIALS = 8;

    private static final int HALVINGS = 20;
    private static final int GROUPS = 20;
    private static final double SMOOTHING_MS = 25;

    /**
     * All correlations of the scored trials.
     *
     * @param chosen neurons over which the population's mean is taken
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
     * Mean r over matched halves.
     *
     * @param model model trials with data trials
     * @param data data trials with data trials
     */
    public record Halved(double model, double data) {
        /** The score; NaN where data trials do not resemble each other. */
        public double ratio() {
            return data > 0 ? model / data : Double.NaN;
        }
    }

    /** Mean r over 20 halvings of all trials; NaN below 8 trials. */
    public Halved halved() {
        return halved(IntStream.range(0, trialIds.length).toArray());
    }

    /** Standard error of the ratio: jackknife over 20 groups of trials (every 20th trial), or over trials where there are fewer. */
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

    /** The data trial of each model trial when all are matched so that the sum of r is largest. */
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
