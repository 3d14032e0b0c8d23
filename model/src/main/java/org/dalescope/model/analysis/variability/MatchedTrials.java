package org.dalescope.model.analysis.variability;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.ConfidenceIntervals;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.scoring.SecondaryScoreKind;
import org.dalescope.model.scoring.TrialMatchScore;
import org.dalescope.model.session.TimeAxis;

/**
 * Single trials of the networks, matched with trials of the data by their population activity.
 *
 * @param matches one per network, on the same trials
 */
record MatchedTrials(List<TrialMatchScore> matches) {
    private static final double LEAST_SHARE = 0.001;

    List<Statistic> statistics() {
        double[] ratios =
                matches.stream().mapToDouble(match -> match.halved().ratio()).toArray();
        double[] models =
                matches.stream().mapToDouble(match -> match.halved().model()).toArray();
        TrialMatchScore first = matches.getFirst();
        String n = first.trialIds().length + " trials, 20 halvings";
        double ratio = Descriptive.meanOfFinite(ratios);
        Statistic score = Statistic.plain(
                "trial_matched_r",
                SecondaryScoreKind.TRIAL_MATCHED_R.definition() + " Mean over networks.",
                ratio,
                "",
                n);
        return List.of(
                score.within(
                        ratios.length > 1
                                ? ConfidenceIntervals.overSeeds(ratios)
                                : ConfidenceIntervals.overTrials(ratio, first.standardError())),
                Statistic.plain(
                                "trial_matched_r_model",
                                "the numerator of trial_matched_r: mean r of model trials with their data partners",
                                Descriptive.meanOfFinite(models),
                                "",
                                n)
                        .within(ConfidenceIntervals.overSeeds(models)),
                Statistic.plain(
                        "trial_matched_r_data",
                        "the denominator of trial_matched_r: mean r of data trials with their data partners",
                        first.halved().data(),
                        "",
                        n));
    }

    /** The trials of the first network, each with the data trial that it is matched with. The match is one to one. */
    Table table() {
        TrialMatchScore match = matches.getFirst();
        int[] ids = match.trialIds();
        int[] partners = match.partners();
        return new Table(
                "matched_trials",
                "Trials of the first network with their partners among the trials of the data. The one-to-one match"
                        + " maximises the sum of r.",
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

    /** The population activity of both trials of every pair, in descending order of r. */
    Table activity(TimeAxis time) {
        TrialMatchScore match = matches.getFirst();
        int[] ids = match.trialIds();
        int[] partners = match.partners();
        TableBuilder rows = new TableBuilder(
                "matched_activity",
                "Single-trial population activity (mean over neurons, smoothed with sigma 25 ms, minus the mean over"
                        + " trials) of the pairs of matched_trials, the highest r first, in bins that are valid in"
                        + " both.");
        IntStream.range(0, ids.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -match.modelWithData()[i][partners[i]]))
                .forEach(model -> {
                    int data = partners[model];
                    for (int bin = 0; bin < time.bins(); bin++) {
                        if (match.model().valid()[model][bin] && match.data().valid()[data][bin]) {
                            rows.number("model_trial", "", ids[model])
                                    .number("data_trial", "", ids[data])
                                    .number("r", "", match.modelWithData()[model][data])
                                    .number("time", "ms", time.centreMs(bin))
                                    .number("data", "sp/s", match.data().activity()[data][bin])
                                    .number("model", "sp/s", match.model().activity()[model][bin]);
                        }
                    }
                });
        return rows.table();
    }

    /**
     * The transport plan of the first network next to the one-to-one match.
     *
     * @param plan {@code [model trial][data trial]}, both in the order of {@code planIds}
     */
    Table plan(double[] plan, int[] planIds) {
        TrialMatchScore match = matches.getFirst();
        int[] ids = match.trialIds();
        int[] partners = match.partners();
        Map<Integer, Integer> rowOf = new HashMap<>();
        for (int i = 0; i < planIds.length; i++) {
            rowOf.put(planIds[i], i);
        }
        int[] row = IntStream.of(ids).map(rowOf::get).toArray();
        TableBuilder rows = new TableBuilder(
                "transport_plan",
                "The transport plan of L_trial (with the settings of the fit) for every model trial of the first"
                        + " network: the share of its mass that each data trial receives, without shares below "
                        + LEAST_SHARE
                        + ", and whether the one-to-one match of matched_trials pairs the two.");
        for (int model = 0; model < ids.length; model++) {
            for (int data = 0; data < ids.length; data++) {
                double share = plan[row[model] * ids.length + row[data]] * ids.length;
                boolean matched = partners[model] == data;
                if (share >= LEAST_SHARE || matched) {
                    rows.number("model_trial", "", ids[model])
                            .number("data_trial", "", ids[data])
                            .number("share", "", share)
                            .number("matched", "", matched ? 1 : 0);
                }
            }
        }
        return rows.table();
    }
}
