package org.dalescope.model.analysis.variability;

import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.Intervals;
import org.dalescope.model.analysis.Statistic;
import org.dalescope.model.analysis.Table;
import org.dalescope.model.scoring.MeasureKind;
import org.dalescope.model.scoring.TrialMatch;

/**
 * Single-trial population activity of networks matched with the data's.
 *
 * @param matches one per network, on the same trials
 */
record MatchedTrials(List<TrialMatch> matches) {
    List<Statistic> statistics() {
        double[] ratios =
                matches.stream().mapToDouble(match -> match.halved().ratio()).toArray();
        double[] models =
                matches.stream().mapToDouble(match -> match.halved().model()).toArray();
        TrialMatch first = matches.getFirst();
        String n = first.trialIds().length + " trials, 20 halvings";
        double ratio = Defined.mean(ratios);
        Statistic score = Statistic.plain(
                "trial_matched_r", MeasureKind.TRIAL_MATCHED_R.definition() + " Mean over networks.", ratio, "", n);
        return List.of(
                score.within(
                        ratios.length > 1
                                ? Intervals.overSeeds(ratios)
                                : Intervals.overTrials(ratio, first.standardError())),
                Statistic.plain(
                                "trial_matched_r_model",
                                "the numerator of trial_matched_r: mean r of model trials with their data partners",
                                Defined.mean(models),
                                "",
                                n)
                        .within(Intervals.overSeeds(models)),
                Statistic.plain(
                        "trial_matched_r_data",
                        "the denominator of trial_matched_r: mean r of data trials with their data partners",
                        first.halved().data(),
                        "",
                        n));
    }

    /** The first network's trials with the data trial that each resembles, all matched one to one. */
    Table table() {
        TrialMatch match = matches.getFirst();
        int[] ids = match.trialIds();
        int[] partners = match.partners();
        return new Table(
                "matched_trials",
                "Trials of the first network with their partners among the data's, matched one to one so that the sum of r is largest.",
                List.of(
                        new Table.Numbers(
                                "model_trial",
                                "",
                                IntStream.of(ids).asDoubleStream().toArray()),
                        new Table.Numbers(
                                "data_trial",
                                "",
                                IntStream.of(partners).mapToDouble(p -> ids[p]).toArray()),
                        new Table.Numbers(
                                "r",
                                "",
                                IntStream.range(0, ids.length)
                                        .mapToDouble(i -> match.modelWithData()[i][partners[i]])
                                        .toArray())));
    }
}
