package org.dalescope.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.dalescope.model.run.evaluation.Evaluation;
import org.dalescope.model.run.evaluation.TransportDiagnostics;
import org.dalescope.model.scoring.PartScore;
import org.dalescope.model.scoring.ReadOutScore;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.SecondaryScore;
import org.dalescope.model.scoring.SecondaryScoreKind;

/**
 * Prints the scores of an evaluation as text on the command line, with value, uncertainty, ceilings and definitions.
 */
final class ScoreTable {
    private ScoreTable() {}

    static void print(Evaluation evaluation, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "Scores%s on %d %s trials:%n",
                evaluation.noiseSeeds().size() > 1
                        ? " of the average of " + evaluation.noiseSeeds().size() + " networks"
                        : "",
                evaluation.trialIds().length,
                evaluation.partition().key());
        for (Score score : evaluation.scores()) {
            out.printf(
                    Locale.ROOT,
                    "  %-16s %s +- %s (standard error over trials)   E %s  I %s%n",
                    score.kind().key(),
                    number(score.value()),
                    number(score.standardError()),
                    number(score.e()),
                    number(score.i()));
            out.printf(
                    Locale.ROOT,
                    "  %-16s training PSTH scores %s%s, split-half ceiling %s; r / ceiling %s, %s left out%n",
                    "",
                    number(score.ceilingTrainingPsth()),
                    share(score),
                    number(score.ceilingSplitHalf()),
                    number(score.normalised()),
                    score.unscorableNeurons() == 1 ? "1 neuron" : score.unscorableNeurons() + " neurons");
        }
        RivalTable.print(evaluation, out);
        further(evaluation, out);
        for (ReadOutScore score : evaluation.readOuts()) {
            out.printf(
                    Locale.ROOT,
                    "  %-11s %s of %s, from the read-out of the E units in valid bins (1 is perfect, 0 is the score of its"
                            + " mean)%n",
                    "readout_r2",
                    number(score.r2()),
                    score.target());
        }
        out.printf(
                Locale.ROOT,
                "  rates       mean %.1f sp/s (%s), Dale's law %s%n",
                evaluation.meanRate(),
                evaluation.plausible() ? "plausible" : "implausible",
                evaluation.dale() ? "holds exactly" : "is off or violated");
        String leftOut = evaluation.leftOut().words();
        if (!leftOut.isEmpty()) {
            out.println("  left out    " + leftOut);
        }
    }

    private static void further(Evaluation evaluation, PrintWriter out) {
        for (SecondaryScore measure : evaluation.measures()) {
            out.printf(
                    Locale.ROOT,
                    "  %-16s %s +- %s %s  E %s  I %s; training PSTH%s scores %s%n",
                    measure.kind().key(),
                    number(measure.value()),
                    number(measure.standardError()),
                    measure.kind().unit(),
                    number(measure.e()),
                    number(measure.i()),
                    // The rivals' table has the training PSTH without this smoothing.
                    measure.kind() == SecondaryScoreKind.BITS_PER_SPIKE ? ", smoothed with sigma 25 ms," : "",
                    number(measure.ceilingTrainingPsth()));
        }
        TransportDiagnostics transport = evaluation.transport();
        out.printf(
                Locale.ROOT,
                "  %-16s %s; marginal error %s, sum P %s, effective matches %s%n",
                "l_trial",
                number(transport.loss()),
                number(transport.marginalError()),
                number(transport.total()),
                number(transport.effectiveMatches()));
        for (PartScore part : evaluation.parts()) {
            out.printf(
                    Locale.ROOT,
                    "  %-28s psth_r %s +- %s  E %s  I %s, bits/spike %s (%d trials, %d bins)%n",
                    part.name(),
                    number(part.r()),
                    number(part.standardError()),
                    number(part.rE()),
                    number(part.rI()),
                    number(part.bitsPerSpike()),
                    part.trials(),
                    part.bins());
        }
    }

    private static String share(Score score) {
        return Double.isNaN(score.shareOfTraining()) && score.ceilingTrainingPsth() <= 0
                ? " (the model's share of it is n/a, because it is not positive)"
                : " (model: " + number(score.shareOfTraining()) + " of it)";
    }

    /** A score with three decimals, or "n/a". */
    static String number(double value) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.3f", value);
    }
}
