package org.dalescope.model.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.network.Network;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.scoring.ScoredRates;
import org.dalescope.model.scoring.Scoring;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.quality.Finding;
import org.dalescope.model.split.Partition;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.Validation;

/**
 * A network's scores on a partition, and whether it is plausible.
 *
 * @param trialIds the scored trials
 * @param noiseSeed seed of the process noise; {@code simulate --noise} with it gives the scored rates
 * @param meanRates of the recorded neurons over valid bins, sp/s, in the session's order
 * @param dale whether Dale's law holds exactly
 */
public record Evaluation(
        Partition partition,
        int[] trialIds,
        long noiseSeed,
        List<Score> scores,
        double[] meanRates,
        boolean dale,
        List<Finding> warnings) {
    /** Bounds of a plausible mean rate, sp/s. */
    private static final double LOWEST_PLAUSIBLE_RATE = 1;

    private static final double HIGHEST_PLAUSIBLE_RATE = 50;

    /** Runs the network on the partition's trials and scores it. */
    public static Evaluation of(Fit fit, Network network, Partition partition, RecurrentEngine engine) {
        int[] trials = fit.split().trials(partition);
        float[] rates = engine.rates(network, Batch.of(fit.session(), trials), Validation.noise(fit));
        ScoredRates scored =
                new ScoredRates(network.units(), trials, fit.session().bins(), rates);
        Scoring scoring = new Scoring(fit.session(), fit.mask(), fit.split().train());
        List<Score> scores = Arrays.stream(ScoreKind.values())
                .map(kind -> scoring.score(kind, scored))
                .toList();
        double[] means = meanRates(fit, scored);
        return new Evaluation(
                partition, trials, fit.seed(), scores, means, network.obeysDale(), warnings(fit, network, means));
    }

    /** The score of a kind. */
    public Score score(ScoreKind kind) {
        return scores.stream().filter(s -> s.kind() == kind).findFirst().orElseThrow();
    }

    public double meanRate() {
        return Arrays.stream(meanRates).average().orElse(Double.NaN);
    }

    /** Whether the population's mean rate lies between 1 and 50 sp/s. */
    public boolean plausible() {
        return isPlausible(meanRate());
    }

    private static boolean isPlausible(double meanRate) {
        return meanRate >= LOWEST_PLAUSIBLE_RATE && meanRate <= HIGHEST_PLAUSIBLE_RATE;
    }

    private static double[] meanRates(Fit fit, ScoredRates scored) {
        Mask mask = fit.mask();
        int[] positions = fit.session().positions(scored.trialIds());
        double[] sum = new double[fit.session().neurons().size()];
        long bins = 0;
        for (int i = 0; i < scored.trialIds().length; i++) {
            int trial = positions[i];
            for (int bin = 0; bin < scored.bins(); bin++) {
                if (mask.isValid(trial, bin)) {
                    bins++;
                    for (int neuron = 0; neuron < sum.length; neuron++) {
                        sum[neuron] += scored.rate(i, bin, neuron);
                    }
                }
            }
        }
        double count = Math.max(1, bins);
        return Arrays.stream(sum).map(s -> s / count).toArray();
    }

    private static List<Finding> warnings(Fit fit, Network network, double[] means) {
        List<Finding> findings = new ArrayList<>();
        if (fit.configuration().network().dale() && !network.obeysDale()) {
            findings.add(Finding.warning("dale-violated", "The weights break Dale's law: the parameters are damaged."));
        }
        double mean = Arrays.stream(means).average().orElse(Double.NaN);
        if (!isPlausible(mean)) {
            findings.add(Finding.warning(
                    "implausible-rates",
                    String.format(
                            Locale.ROOT,
                            "The model's mean rate is %.2f sp/s, outside 1-50 sp/s: check the bin size and the loss's weight"
                                    + " of the mean rate.",
                            mean)));
        }
        return List.copyOf(findings);
    }
}
