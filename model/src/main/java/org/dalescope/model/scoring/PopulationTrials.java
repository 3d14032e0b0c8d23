package org.dalescope.model.scoring;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.psth.Smoothing;

/**
 * The population activity of single trials, which a score compares: the mean over neurons, smoothed over a trial's
 * valid bins, minus the mean over trials.
 *
 * @param valid {@code [trial][bin]}
 * @param activity sp/s, {@code [trial][bin]}; 0 if not valid
 */
public record PopulationTrials(boolean[][] valid, double[][] activity) {
    private static final int LEAST_BINS = 10;

    /**
     * The activity of some trials.
     *
     * @param positions of the trials in the mask
     * @param chosen neurons over which the mean is taken
     */
    static PopulationTrials of(
            Mask mask, int[] positions, int neurons, IntPredicate chosen, RateFunction rates, Smoothing smoothing) {
        int[] population = IntStream.range(0, neurons).filter(chosen).toArray();
        boolean[][] valid = new boolean[positions.length][mask.bins()];
        double[][] activity = new double[positions.length][mask.bins()];
        for (int i = 0; i < positions.length; i++) {
            int trial = i;
            int[] bins = IntStream.range(0, mask.bins())
                    .filter(bin -> mask.isValid(positions[trial], bin))
                    .toArray();
            double[] smooth = smoothing.apply(Arrays.stream(bins)
                    .mapToDouble(bin -> Arrays.stream(population)
                            .mapToDouble(neuron -> rates.at(trial, bin, neuron))
                            .average()
                            .orElse(0))
                    .toArray());
            for (int k = 0; k < bins.length; k++) {
                valid[i][bins[k]] = true;
                activity[i][bins[k]] = smooth[k];
            }
        }
        return new PopulationTrials(valid, activity).centred();
    }

    int trials() {
        return activity.length;
    }

    private PopulationTrials centred() {
        int bins = activity.length == 0 ? 0 : activity[0].length;
        for (int bin = 0; bin < bins; bin++) {
            double sum = 0;
            int count = 0;
            for (int trial = 0; trial < activity.length; trial++) {
                if (valid[trial][bin]) {
                    sum += activity[trial][bin];
                    count++;
                }
            }
            for (int trial = 0; trial < activity.length; trial++) {
                activity[trial][bin] -= valid[trial][bin] ? sum / count : 0;
            }
        }
        return this;
    }

    /**
     * The r of every trial with every trial of another population, {@code [own][other]}; 0 below 10 common bins or
     * without variation.
     */
    double[][] correlations(PopulationTrials other) {
        double[][] r = new double[trials()][other.trials()];
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < r[i].length; j++) {
                r[i][j] = r(activity[i], valid[i], other.activity[j], other.valid[j]);
            }
        }
        return r;
    }

    private static double r(double[] a, boolean[] validA, double[] b, boolean[] validB) {
        int n = 0;
        double sumA = 0;
        double sumB = 0;
        for (int bin = 0; bin < a.length; bin++) {
            if (validA[bin] && validB[bin]) {
                n++;
                sumA += a[bin];
                sumB += b[bin];
            }
        }
        if (n < LEAST_BINS) {
            return 0;
        }
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int bin = 0; bin < a.length; bin++) {
            if (validA[bin] && validB[bin]) {
                double offA = a[bin] - sumA / n;
                double offB = b[bin] - sumB / n;
                ab += offA * offB;
                aa += offA * offA;
                bb += offB * offB;
            }
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }
}
