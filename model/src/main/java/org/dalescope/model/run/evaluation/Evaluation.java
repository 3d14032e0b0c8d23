package org.dalescope.model.run.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.network.Network;
import org.dalescope.model.scoring.ComparedScores;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.scoring.PartScore;
import org.dalescope.model.scoring.ReadOutScore;
import org.dalescope.model.scoring.ReadOutScoring;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.scoring.Scoring;
import org.dalescope.model.scoring.SecondaryScore;
import org.dalescope.model.scoring.SecondaryScoring;
import org.dalescope.model.scoring.rival.RivalScores;
import org.dalescope.model.scoring.rival.WorseThanConstant;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.curation.ExclusionCounts;
import org.dalescope.model.session.split.Partition;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;

/**
 * The evaluation of a network, or of several networks whose rates are averaged, on a partition of the trials: its
 * scores, and checks of whether it is plausible.
 *
 * @param trialIds the scored trials
 * @param noiseSeeds seed of the process noise of each network; {@code simulate --noise} with this seed reproduces the
 *     scored rates
 * @param measures scores other than r
 * @param compared the scores that are compared with those of rivals
 * @param rivals scores of the simplest rivals on the same trials, and the differences to them
 * @param parts scores by condition and epoch of the trial, without the expensive ones
 * @param transport diagnostics of the transport plan of L_trial
 * @param readOuts scores of the read-out for each of its targets; empty if the networks have no common read-out
 * @param meanRates of the recorded neurons over valid bins, sp/s, in the session's order
 * @param worseThanConstant ids of the neurons that a constant rate predicts better
 * @param dale whether Dale's law holds exactly
 * @param leftOut counts of the parts of the session that the fit did not use
 */
public record Evaluation(
        Partition partition,
        int[] trialIds,
        List<Long> noiseSeeds,
        List<Score> scores,
        List<SecondaryScore> measures,
        ComparedScores.Values compared,
        List<RivalScores> rivals,
        List<PartScore> parts,
        TransportDiagnostics transport,
        List<ReadOutScore> readOuts,
        double[] meanRates,
        List<Integer> worseThanConstant,
        boolean dale,
        ExclusionCounts leftOut,
        List<Finding> warnings) {
    /** The bounds of a plausible mean rate, sp/s. */
    private static final double LOWEST_PLAUSIBLE_RATE = 1;

    private static final double HIGHEST_PLAUSIBLE_RATE = 50;

    /** Runs the network on the partition's trials and scores it. */
    public static Evaluation of(Fit fit, Network network, Partition partition, RecurrentEngine engine) {
        return of(List.of(new FittedNetwork(fit, network)), partition, engine);
    }

    /**
     * Runs every network on the partition's trials with its own noise, averages the rates of each neuron, and scores
     * this average.
     *
     * @throws InputError if the fits differ in session or split
     */
    public static Evaluation of(List<FittedNetwork> members, Partition partition, RecurrentEngine engine) {
        checkComparable(members);
        Fit fit = members.getFirst().fit();
        int[] trials = fit.split().trials(partition);
        return of(members, partition, ScoreReferences.of(fit, trials, engine.workers()), engine);
    }

    /** Runs the network on the partition's trials and scores it with the known references of these trials. */
    public static Evaluation of(
            FittedNetwork network, Partition partition, ScoreReferences references, RecurrentEngine engine) {
        return of(List.of(network), partition, references, engine);
    }

    /** Scores the averaged rates of several networks with the known references of the partition's trials. */
    public static Evaluation of(
            List<FittedNetwork> members, Partition partition, ScoreReferences references, RecurrentEngine engine) {
        Fit fit = members.getFirst().fit();
        int[] trials = references.trialIds();
        List<Network> networks = members.stream().map(FittedNetwork::network).toList();
        ReadOutScoring readOuts = new ReadOutScoring(fit.session(), trials, ReadOutScoring.common(networks));
        ModelRates scored = ModelRates.mean(members.stream().map(member -> {
            ModelRates own = member.rates(trials, engine);
            readOuts.add(member.network(), own.rates());
            return own;
        }));
        Scoring scoring = new Scoring(fit.session(), fit.mask(), fit.split().train());
        List<Score> scores = Arrays.stream(ScoreKind.values())
                .map(kind -> scoring.score(kind, scored, references.reliability(kind)))
                .toList();
        SecondaryScoring measuring =
                new SecondaryScoring(fit.session(), fit.mask(), fit.split().train(), scored);
        Score psthR = scores.stream()
                .filter(score -> score.kind() == ScoreKind.PSTH_R)
                .findFirst()
                .orElseThrow();
        double[] means = meanRates(fit, scored);
        List<ComparedScores.Values> compared =
                new ComparedScores(fit.session(), fit.mask(), scored).withoutEach(engine.workers());
        List<Integer> worse = WorseThanConstant.neurons(fit.session(), fit.mask(), scored, fit.trainingRates());
        return new Evaluation(
                partition,
                trials,
                members.stream().map(member -> member.fit().seed()).toList(),
                scores,
                measuring.measures(psthR.ceilingPerNeuron()),
                compared.getLast(),
                RivalScores.of(references.rivals(), compared),
                measuring.parts(),
                TransportDiagnostics.of(fit, scored, engine.workers()),
                readOuts.scores(fit.mask()),
                means,
                worse,
                members.stream().allMatch(member -> member.network().obeysDale()),
                fit.leftOut(),
                warnings(members, means, worse));
    }

    /**
     * Checks that the rates of these networks can be averaged.
     *
     * @throws InputError if the fits differ in session, split, neurons or mask
     */
    public static void checkComparable(List<FittedNetwork> members) {
        Fit first = members.getFirst().fit();
        members.forEach(member -> checkComparable(first, member.fit()));
    }

    private static void checkComparable(Fit first, Fit other) {
        String session = first.session().source().sha256();
        if (!other.session().source().sha256().equals(session)) {
            throw new InputError(
                    "The runs are of different sessions (" + first.session().name() + " and "
                            + other.session().name() + "). Give runs of the same session, because only their rates can"
                            + " be averaged.");
        }
        if (!other.split().hash().equals(first.split().hash())) {
            throw new InputError(
                    "The runs have different splits, so one network was trained on trials on which another is scored."
                            + " Fit them with the same --split.");
        }
        if (!other.session().neurons().equals(first.session().neurons())) {
            throw new InputError(
                    "The runs differ in their neurons or neuron types (data.exclude_neurons, data.neuron_types). Give"
                            + " runs with the same neurons, because only their rates can be averaged.");
        }
        MaskOrigin origin = first.configuration().data().maskOrigin();
        if (other.configuration().data().maskOrigin() != origin) {
            throw new InputError(
                    "The runs use different starts of the trials (data.mask_origin). Their bins and ceilings differ, so"
                            + " they cannot be averaged. Give runs with the same setting.");
        }
    }

    /** The score of a kind. */
    public Score score(ScoreKind kind) {
        return scores.stream().filter(s -> s.kind() == kind).findFirst().orElseThrow();
    }

    public double meanRate() {
        return Arrays.stream(meanRates).average().orElse(Double.NaN);
    }

    /**
     * Whether the mean rate of the population is between 1 and 50 sp/s, and no neuron is predicted worse than by a
     * constant rate.
     */
    public boolean plausible() {
        return isPlausible(meanRate()) && worseThanConstant.isEmpty();
    }

    private static boolean isPlausible(double meanRate) {
        return meanRate >= LOWEST_PLAUSIBLE_RATE && meanRate <= HIGHEST_PLAUSIBLE_RATE;
    }

    private static double[] meanRates(Fit fit, ModelRates scored) {
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

    private static List<Finding> warnings(List<FittedNetwork> members, double[] means, List<Integer> worse) {
        List<Finding> findings = new ArrayList<>();
        if (members.stream()
                .anyMatch(member -> member.fit().configuration().network().dale()
                        && !member.network().obeysDale())) {
            findings.add(Finding.warning(
                    "dale-violated",
                    "The weights violate Dale's law, so the parameters are damaged."
                            + " Restore the run from a copy, or fit again."));
        }
        double mean = Arrays.stream(means).average().orElse(Double.NaN);
        if (!isPlausible(mean)) {
            findings.add(Finding.warning(
                    "implausible-rates",
                    String.format(
                            Locale.ROOT,
                            "The model's mean rate is %.2f sp/s, outside 1-50 sp/s. Check the bin size of the session"
                                    + " and the setting loss.neuron.mean_weight.",
                            mean)));
        }
        if (!worse.isEmpty()) {
            findings.add(Finding.warning(
                    "worse-than-constant",
                    "The rates of " + worse.size() + " of " + means.length + " neurons ("
                            + worse.stream().map(String::valueOf).collect(Collectors.joining(", "))
                            + ") predict their spikes worse than a constant rate does. Do not draw conclusions about"
                            + " these neurons, or leave them out (data.exclude_neurons)."));
        }
        return List.copyOf(findings);
    }
}
