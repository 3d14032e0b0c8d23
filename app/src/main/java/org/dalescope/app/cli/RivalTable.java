package org.dalescope.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.dalescope.model.run.evaluation.Evaluation;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.ComparedScores.Values;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.rival.Rival;
import org.dalescope.model.scoring.rival.RivalScores;

/** Prints the scores of a model next to those of its rivals, and the differences in words. */
final class RivalTable {
    private RivalTable() {}

    static void print(Evaluation evaluation, PrintWriter out) {
        print(evaluation.compared(), evaluation.rivals(), out);
    }

    static void print(Values model, List<RivalScores> rivals, PrintWriter out) {
        out.println("Next to the simplest rivals, on the same trials:");
        out.printf(
                Locale.ROOT,
                "  %-28s %7s %-24s %9s %-24s%n",
                "",
                "psth_r",
                "  R2 pooled (E, I)",
                "R2 median",
                "  bits/spike (E, I)");
        row("the model", model, out);
        rivals.forEach(rival -> row(rival.rival().label(), rival.values(), out));
        rivals.stream().filter(rival -> rival.rival() == Rival.LINEAR_MODEL).forEach(linear -> words(linear, out));
    }

    private static void row(String name, Values values, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "  %-28s %7s   %-22s %9s   %-22s%n",
                name,
                ScoreTable.number(values.of(ComparedScore.PSTH_R, NeuronGroup.ALL)),
                threeGroups(values, ComparedScore.R2_POOLED),
                ScoreTable.number(values.of(ComparedScore.R2_MEDIAN, NeuronGroup.ALL)),
                threeGroups(values, ComparedScore.BITS_PER_SPIKE));
    }

    private static String threeGroups(Values values, ComparedScore score) {
        return ScoreTable.number(values.of(score, NeuronGroup.ALL)) + " ("
                + ScoreTable.number(values.of(score, NeuronGroup.E)) + ", "
                + ScoreTable.number(values.of(score, NeuronGroup.I)) + ")";
    }

    private static void words(RivalScores rival, PrintWriter out) {
        for (ComparedScore score : ComparedScore.values()) {
            for (NeuronGroup group : NeuronGroup.values()) {
                String neurons = group == NeuronGroup.ALL ? "" : " of " + group.member() + "s";
                out.println("  " + score.key() + neurons + ": "
                        + rival.difference(score, group).words(rival.rival().label()));
            }
        }
    }
}
