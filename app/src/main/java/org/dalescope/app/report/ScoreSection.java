package org.dalescope.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.scoring.CeilingShare;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.ComparedScores;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.ReadOutScore;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.scoring.rival.RivalScores;

/**
 * The scores section of a run's HTML report: scores with ceilings and uncertainties, as a sentence and as a table with
 * definitions.
 */
final class ScoreSection {
    /** The columns of {@link #row}. */
    static final List<String> RIVAL_COLUMNS =
            List.of("prediction", "psth_r", "R2 pooled", "of E", "of I", "R2 median", "bits/spike", "of E", "of I");

    private ScoreSection() {}

    /** The main result in one sentence; empty if there is no score. */
    static String sentence(List<Score> scores) {
        return scores.stream()
                .filter(score -> score.kind() == ScoreKind.PSTH_R)
                .findFirst()
                .map(s -> "psth_r = " + number(s.value()) + " \u00b1 " + number(s.standardError())
                        + " (standard error over trials) on the validation trials; the average of the training trials"
                        + " scores "
                        + number(s.ceilingTrainingPsth()) + ", the split-half ceiling of the data is"
                        + " " + number(s.ceilingSplitHalf()) + ".")
                .orElse("");
    }

    static void add(HtmlPage page, List<Score> scores, RunDescription description) {
        page.heading("Scores");
        List<List<String>> rows = new ArrayList<>();
        for (Score score : scores) {
            rows.add(List.of(
                    score.kind().key(),
                    number(score.value()) + " \u00b1 " + number(score.standardError()),
                    number(score.ceilingTrainingPsth()),
                    number(score.shareOfTraining()),
                    number(score.ceilingSplitHalf()),
                    number(score.normalised()),
                    number(score.e()),
                    number(score.i()),
                    number(score.neuronSpread()),
                    Integer.toString(score.unscorableNeurons())));
        }
        page.table(
                List.of(
                        "score",
                        "value \u00b1 SE over trials",
                        "training PSTH",
                        "share of it",
                        "split-half ceiling",
                        "r / ceiling",
                        "E",
                        "I",
                        "SD over neurons",
                        "neurons not scorable"),
                rows);
        page.note("On the " + description.split().validation().length + " validation trials.");
        scores.forEach(
                score -> page.note(score.kind().key() + ": " + score.kind().definition()));
        if (scores.stream().anyMatch(score -> Double.isNaN(score.shareOfTraining()))) {
            page.note("Share of it n/a: " + CeilingShare.REASON + ".");
        }
        page.note("Training PSTH: the score of the average of the training trials as a prediction (a look-up table). A"
                + " model can exceed it, because it pools information over neurons and bins. "
                + "Split-half ceiling: the highest score that the reliability of the data allows. SE: jackknife over"
                + " trials; it does not cover the variation over seeds.");
    }

    /** Adds the scores next to those of the rivals, and the differences in words. */
    static void rivals(HtmlPage page, ComparedScores.Values model, List<RivalScores> rivals) {
        if (rivals.isEmpty()) {
            return;
        }
        page.subheading("Next to the simplest rivals, on the same trials");
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("the model", model));
        rivals.forEach(rival -> rows.add(row(rival.rival().label(), rival.values())));
        page.table(RIVAL_COLUMNS, rows);
        List<List<String>> differences = new ArrayList<>();
        for (ComparedScore score : ComparedScore.values()) {
            for (NeuronGroup group : NeuronGroup.values()) {
                List<String> row = new ArrayList<>(List.of(score.key(), group.key()));
                rivals.forEach(rival -> row.add(
                        rival.difference(score, group).words(rival.rival().label())));
                differences.add(row);
            }
        }
        List<String> header = new ArrayList<>(List.of("score", "neurons"));
        rivals.forEach(rival -> header.add(rival.rival().label()));
        page.folded("The model compared with each rival, with 95 % intervals over trials", header, differences);
        rivals.forEach(rival -> page.note(rival.rival().label() + ": "
                + rival.rival().definition() + (rival.chosen().isEmpty() ? "" : " Chosen: " + rival.chosen() + ".")));
    }

    static List<String> row(String label, ComparedScores.Values values) {
        return List.of(
                label,
                number(values.of(ComparedScore.PSTH_R, NeuronGroup.ALL)),
                number(values.of(ComparedScore.R2_POOLED, NeuronGroup.ALL)),
                number(values.of(ComparedScore.R2_POOLED, NeuronGroup.E)),
                number(values.of(ComparedScore.R2_POOLED, NeuronGroup.I)),
                number(values.of(ComparedScore.R2_MEDIAN, NeuronGroup.ALL)),
                number(values.of(ComparedScore.BITS_PER_SPIKE, NeuronGroup.ALL)),
                number(values.of(ComparedScore.BITS_PER_SPIKE, NeuronGroup.E)),
                number(values.of(ComparedScore.BITS_PER_SPIKE, NeuronGroup.I)));
    }

    static void readOuts(HtmlPage page, List<ReadOutScore> scores) {
        if (scores.isEmpty()) {
            return;
        }
        page.subheading("Read-out of the E units on the validation trials");
        page.table(
                List.of("target", "readout_r2"),
                scores.stream()
                        .map(score -> List.of(score.target(), number(score.r2())))
                        .toList());
        page.note("readout_r2: " + ReadOutScore.DEFINITION);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.3f", value);
    }
}
