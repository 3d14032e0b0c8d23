package org.dalescope.model.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.psth.Smoothing;
import org.dalescope.model.session.split.Splits;

/**
 * The split-half reliability of the data's PSTHs, from which the ceilings of scores follow. Trials are halved at random
 * within condition, 200 times for a score. h is the mean r between the halves, and 2h / (1 + h) is the reliability of
 * the whole (Spearman-Brown).
 *
 * @param reliability per neuron in the session's order, may be negative
 */
public record SplitHalf(double[] reliability) {
    static final int REPEATS = 200;
    private static final double LEAST_RELIABILITY = 0.1;

    static SplitHalf of(Session session, Mask mask, int[] trialIds, ScoreKind kind) {
        return of(session, mask, trialIds, kind, REPEATS);
    }

    /**
     * The reliability on some trials.
     *
     * @param repeats number of halvings; the first halvings do not depend on their number
     */
    public static SplitHalf of(Session session, Mask mask, int[] trialIds, ScoreKind kind, int repeats) {
        int neurons = session.neurons().size();
        List<int[]> strata = Splits.strata(session, trialIds);
        int[] bins = Psth.of(session, mask, trialIds).binsWith(kind.masked() ? ScoreKind.MINIMUM_TRIALS : 1);
        Smoothing smoothing =
                Smoothing.gaussian(kind.smoothingMs(), session.time().binMs());
        double[] sum = new double[neurons];
        int[] count = new int[neurons];
        for (int repeat = 0; repeat < repeats; repeat++) {
            int[][] halves = halves(strata, CounterRandom.of(0, Stream.HALVES).at(repeat));
            Psth first = Psth.of(session, mask, halves[0]);
            Psth second = Psth.of(session, mask, halves[1]);
            int[] both = Arrays.stream(bins)
                    .filter(bin -> first.trials()[bin] > 0 && second.trials()[bin] > 0)
                    .toArray();
            for (int neuron = 0; neuron < neurons && both.length > 1; neuron++) {
                double r = Correlation.pearson(
                        smoothing.apply(Psth.course(first.mean(), neurons, neuron, both)),
                        smoothing.apply(Psth.course(second.mean(), neurons, neuron, both)));
                if (!Double.isNaN(r)) {
                    sum[neuron] += r;
                    count[neuron]++;
                }
            }
        }
        return of(sum, count);
    }

    /** sqrt(max(reliability, 0)) of a neuron. */
    public double ceiling(int neuron) {
        return Double.isNaN(reliability[neuron]) ? Double.NaN : Math.sqrt(Math.max(reliability[neuron], 0));
    }

    /** Whether a neuron is reliable enough for r / ceiling to be meaningful. */
    public boolean scorable(int neuron) {
        return reliability[neuron] > LEAST_RELIABILITY;
    }

    /** The reliability, given each neuron's sum of r between halves and number of halvings. */
    static SplitHalf of(double[] sum, int[] count) {
        return new SplitHalf(IntStream.range(0, sum.length)
                .mapToDouble(n -> count[n] == 0 ? Double.NaN : 2 * (sum[n] / count[n]) / (1 + sum[n] / count[n]))
                .toArray());
    }

    /** Divides the trials into random halves within strata. */
    static int[][] halves(List<int[]> strata, CounterRandom random) {
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        int index = 0;
        // The extra trials of odd strata go to the two halves in turn; the first half to get one is drawn at random
        // each time.
        boolean extraToFirst = random.uniform(-1) < 0.5;
        for (int visit : random.at(strata.size()).permutation(strata.size())) {
            int[] stratum = strata.get(visit);
            int[] order = random.at(index++).permutation(stratum.length);
            int cut = stratum.length / 2;
            if (stratum.length % 2 == 1) {
                cut += extraToFirst ? 1 : 0;
                extraToFirst = !extraToFirst;
            }
            for (int i = 0; i < order.length; i++) {
                (i < cut ? first : second).add(stratum[order[i]]);
            }
        }
        return new int[][] {
            first.stream().mapToInt(Integer::intValue).toArray(),
            second.stream().mapToInt(Integer::intValue).toArray()
        };
    }
}
