package org.dalescope.model.suite.emergence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dalescope.model.analysis.selectivity.EmergentSummary;
import org.dalescope.model.scoring.rival.ScoreDifference;
import org.dalescope.model.suite.emergence.EmergenceCriterion.Outcome;

/** States the criteria of the question with their evidence. */
final class EmergenceCriteria {
    private EmergenceCriteria() {}

    static List<EmergenceCriterion> of(EmergenceScores scores, List<EmergentSummary> factors, double weightAgreement) {
        return List.of(
                new EmergenceCriterion(
                        "Recurrence is needed: refitted with W = 0 and all inputs, the network predicts sealed trials worse",
                        !scores.isDefined()
                                ? Outcome.UNDECIDED
                                : scores.recurrenceIsNeeded()
                                        ? Outcome.HOLDS
                                        : scores.recurrenceAddsNothing() ? Outcome.FAILS : Outcome.UNDECIDED,
                        difference(scores.recurrence())
                                + String.format(Locale.ROOT, "; the network has %.3f.", scores.score())),
                new EmergenceCriterion(
                        "Few inputs with recurrence predict better than all inputs without it",
                        scores.isDefined() ? sign(scores.restricted()) : Outcome.UNDECIDED,
                        difference(scores.restricted()) + "."),
                new EmergenceCriterion(
                        "Few inputs are enough: with restricted inputs the network keeps at least 80 % of its score",
                        !scores.isDefined()
                                ? Outcome.UNDECIDED
                                : scores.kept() >= EmergenceVerdict.LEAST_KEPT ? Outcome.HOLDS : Outcome.FAILS,
                        scores.isDefined()
                                ? String.format(Locale.ROOT, "%.0f %%.", 100 * scores.kept())
                                : "The score is not above that of a constant rate."),
                new EmergenceCriterion(
                        "Fewer inputs cost at least 1 % of the score (for the verdict 'inputs')",
                        !scores.isDefined()
                                ? Outcome.UNDECIDED
                                : scores.restrictionCosts() ? Outcome.HOLDS : Outcome.FAILS,
                        difference(scores.restriction()) + "."),
                emergent(factors),
                cut(factors),
                new EmergenceCriterion(
                        "Weights from I to E agree between seeds",
                        Outcome.DESCRIPTIVE,
                        Double.isNaN(weightAgreement)
                                ? "Not defined for one seed or without recorded I cells."
                                : String.format(
                                        Locale.ROOT,
                                        "r %.2f. Networks that predict equally well may differ in their weights, so a"
                                                + " low r says that the data do not determine single weights.",
                                        weightAgreement)));
    }

    private static Outcome sign(ScoreDifference difference) {
        return switch (difference.verdict()) {
            case BETTER -> Outcome.HOLDS;
            case WORSE -> Outcome.FAILS;
            case NOT_DISTINGUISHABLE, NOT_DEFINED -> Outcome.UNDECIDED;
        };
    }

    private static EmergenceCriterion emergent(List<EmergentSummary> factors) {
        List<EmergentSummary> possible =
                factors.stream().filter(one -> one.indirect() > 0).toList();
        String evidence = possible.stream()
                .map(one -> one.factor() + ": " + one.indirect() + " do not receive it, " + one.selective()
                        + " of them are selective in the data, " + one.emergent() + " of these in the network")
                .collect(Collectors.joining("; "));
        Outcome outcome = possible.stream().allMatch(one -> one.selective() == 0)
                ? Outcome.UNDECIDED
                : possible.stream().anyMatch(one -> one.emergent() > 0) ? Outcome.HOLDS : Outcome.FAILS;
        return new EmergenceCriterion(
                "Neurons without a direct input of a factor are selective for it, in the data and in the network",
                outcome,
                factors.isEmpty()
                        ? "No factor has two levels with at least 5 sealed trials in the window."
                        : evidence.isEmpty() ? "Every neuron has a direct input of every factor." : evidence + ".");
    }

    private static EmergenceCriterion cut(List<EmergentSummary> factors) {
        List<EmergentSummary> some =
                factors.stream().filter(one -> one.emergent() > 0).toList();
        String evidence = some.stream()
                .map(one -> one.factor() + ": " + EmergenceSentence.percent(one.meanLostWithCut()) + ", refitted "
                        + EmergenceSentence.percent(one.lostWithRefit()) + "; of neurons with a direct input "
                        + EmergenceSentence.percent(one.meanDirectLostWithCut()))
                .collect(Collectors.joining("; "));
        return new EmergenceCriterion(
                "Part of that selectivity that is lost without W",
                Outcome.DESCRIPTIVE,
                some.isEmpty() ? "No neuron has emergent selectivity." : evidence + ".");
    }

    private static String difference(ScoreDifference difference) {
        return String.format(
                Locale.ROOT,
                "%.3f bits/spike (95 %% over trials %.3f to %.3f)",
                difference.value(),
                difference.low(),
                difference.high());
    }
}
