package org.dalescope.model.suite.emergence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dalescope.model.analysis.selectivity.EmergentSummary;
import org.dalescope.model.scoring.rival.ScoreDifference;
import org.dalescope.model.suite.plan.SuiteQuestion;

/** The verdict on a session in one sentence that can be quoted. */
public final class EmergenceSentence {
    private EmergenceSentence() {}

    public static String of(SessionEmergence answer) {
        String where = String.format(
                Locale.ROOT,
                "In %s (%d neurons, %d sealed trials), ",
                answer.name(),
                answer.neurons(),
                answer.trials());
        return where
                + switch (answer.verdict()) {
                    case RECURRENCE -> recurrence(answer);
                    case INPUTS -> inputs(answer);
                    case CANNOT_TELL -> cannotTell(answer);
                };
    }

    private static String recurrence(SessionEmergence answer) {
        List<EmergentSummary> factors = answer.factors().getOrDefault(SuiteQuestion.RESTRICTED, List.of());
        String neurons = factors.stream()
                .filter(one -> one.emergent() > 0)
                .map(one -> one.emergent() + " of " + one.selective() + " for " + one.factor())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "selectivity arises from recurrence: a network whose inputs reach only some neurons keeps %.0f %% of the"
                        + " score of one with all inputs, predicts better than all inputs without recurrence by %s, and"
                        + " reproduces selective neurons that do not receive the factor (%s).",
                100 * answer.evidence().kept(),
                amount(answer.evidence().restricted()),
                neurons);
    }

    private static String inputs(SessionEmergence answer) {
        return "inputs alone explain the responses: a network without recurrence predicts sealed trials as well as one"
                + " with it (recurrence adds " + amount(answer.evidence().recurrence())
                + "), and a recurrent network with fewer inputs predicts them worse (by "
                + amount(answer.evidence().restriction()) + ").";
    }

    private static String cannotTell(SessionEmergence answer) {
        EmergenceScores scores = answer.evidence();
        String open = "these trials cannot tell whether selectivity arises from recurrence: ";
        if (!scores.isDefined()) {
            return open + "the network does not predict them better than a constant rate, or they are too few.";
        }
        if (scores.recurrenceIsNeeded()) {
            return open + "recurrence adds " + amount(scores.recurrence()) + ", but " + missing(scores) + ".";
        }
        if (!scores.recurrenceAddsNothing()) {
            return open + "recurrence adds " + amount(scores.recurrence())
                    + ", an interval that contains both nothing and a clear gain.";
        }
        return open + "recurrence adds " + amount(scores.recurrence())
                + ", but a recurrent network with fewer inputs is not clearly worse either (difference "
                + amount(scores.restriction()) + ").";
    }

    private static String missing(EmergenceScores scores) {
        if (!(scores.restricted().low() > 0)) {
            return "a network with fewer inputs does not predict better than all inputs without recurrence (difference "
                    + amount(scores.restricted()) + ")";
        }
        if (!(scores.kept() >= EmergenceVerdict.LEAST_KEPT)) {
            return String.format(
                    Locale.ROOT, "a network with fewer inputs keeps only %.0f %% of the score", 100 * scores.kept());
        }
        return "no neuron without a direct input of a factor is selective for it in both data and network";
    }

    /** A part as per cent; "n/a" if it is not defined. */
    public static String percent(double part) {
        return Double.isNaN(part) ? "n/a" : String.format(Locale.ROOT, "%.0f %%", 100 * part);
    }

    private static String amount(ScoreDifference difference) {
        return String.format(
                Locale.ROOT, "%.3f bits/spike (%.3f to %.3f)", difference.value(), difference.low(), difference.high());
    }
}
