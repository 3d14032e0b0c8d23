package org.dalescope.app.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.judge.JudgedScores;
import org.dalescope.model.judge.Judgement;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.rival.RivalScores;
import org.dalescope.model.scoring.rival.ScoreDifference;

/** Writes the page of a judgement, {@code judgement.html}: the verdict, all scores, and the differences. */
public final class JudgementReport {
    private JudgementReport() {}

    public static void write(Path file, Judgement judgement) {
        HtmlPage page = new HtmlPage("Dalescope: judgement of " + judgement.sessionName());
        judgement.verdict().forEach(page::paragraph);
        page.note("Preset " + judgement.preset() + ". " + judgement.trials() + " trials in " + judgement.folds()
                + " folds: each trial was sealed once, while the other folds trained the network and chose its epoch. "
                + seeds(judgement.seeds().size()) + undone(judgement.undoneEpochs()));
        page.heading("Scores on sealed trials");
        page.table(ScoreSection.RIVAL_COLUMNS, rows(judgement));
        page.note("Mean over the folds. n/a: the score is not defined, for example because a constant rate does not"
                + " vary.");
        page.heading("How much better the network is");
        page.table(List.of("compared with", "score", "neurons", "over trials", "over neurons"), differences(judgement));
        page.note("Over trials: the network minus the other prediction on the same sealed trials, with a 95 % interval"
                + " (jackknife, paired). Over neurons: the mean of the neurons' differences, with a 95 % interval. An"
                + " interval over trials says what other trials of this session would show; an interval over neurons"
                + " says what other neurons would show.");
        page.heading("Definitions");
        for (ComparedScore score : ComparedScore.values()) {
            page.note(score.key() + ": " + score.definition());
        }
        for (JudgedScores other : judgement.others()) {
            page.note(other.label() + ": " + other.definition());
        }
        page.heading("Provenance");
        page.paragraph("Repeat with: " + judgement.command());
        page.note("Every fit has its own run folder next to this page. Open it in the window, or use dalescope report,"
                + " evaluate or simulate.");
        AtomicFile.write(file, page.text());
    }

    private static String seeds(int count) {
        return count == 1
                ? "One network was fitted per fold."
                : "The rates of " + count + " networks per fold, which differ in their seeds, were averaged.";
    }

    private static String undone(int epochs) {
        return epochs == 0 ? " No epoch diverged." : " " + epochs + " epochs diverged and were repeated.";
    }

    private static List<List<String>> rows(Judgement judgement) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(ScoreSection.row(
                judgement.network().label(), judgement.network().values()));
        judgement.others().forEach(other -> rows.add(ScoreSection.row(other.label(), other.values())));
        return rows;
    }

    private static List<List<String>> differences(Judgement judgement) {
        List<List<String>> rows = new ArrayList<>();
        for (JudgedScores other : judgement.others()) {
            for (ComparedScore score : ComparedScore.values()) {
                for (NeuronGroup group : NeuronGroup.values()) {
                    rows.add(List.of(
                            other.label(),
                            score.key(),
                            group.key(),
                            words(other.difference(score, group)),
                            words(RivalScores.of(other.overNeurons(), score, group))));
                }
            }
        }
        return rows;
    }

    private static String words(ScoreDifference difference) {
        String numbers = String.format(
                Locale.ROOT, "%+.3f (%+.3f to %+.3f)", difference.value(), difference.low(), difference.high());
        return switch (difference.verdict()) {
            case BETTER -> "better: " + numbers;
            case WORSE -> "worse: " + numbers;
            case NOT_DISTINGUISHABLE -> "not distinguishable: " + numbers;
            case NOT_DEFINED -> "n/a";
        };
    }
}
