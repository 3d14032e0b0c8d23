package org.dalescope.model.suite.emergence;

import org.dalescope.model.scoring.rival.ScoreDifference;

/**
 * The scores on sealed trials that decide the question, in bits per spike, with intervals over trials.
 *
 * @param score of the base: all inputs and recurrence
 * @param recurrence the base minus the base without recurrence
 * @param restricted restricted inputs with recurrence minus all inputs without it
 * @param restriction restricted inputs minus all inputs, both with recurrence
 * @param kept score of the restricted network as a part of the base's
 */
public record EmergenceScores(
        double score,
        ScoreDifference recurrence,
        ScoreDifference restricted,
        ScoreDifference restriction,
        double kept) {

    /** Whether the scores exist; a network worse than a constant rate says nothing. */
    boolean isDefined() {
        return score > 0 && Double.isFinite(recurrence.standardError()) && Double.isFinite(restriction.standardError());
    }

    /** Whether the network without recurrence is clearly worse. */
    boolean recurrenceIsNeeded() {
        return recurrence.low() > 0 && recurrence.value() > EmergenceVerdict.MARGIN * score;
    }

    /** Whether the network without recurrence is as good, up to a margin. */
    boolean recurrenceAddsNothing() {
        return recurrence.high() < EmergenceVerdict.MARGIN * score;
    }

    /** Whether a recurrent network cannot make up for inputs that are taken away. */
    boolean restrictionCosts() {
        return restriction.high() < 0 && restriction.value() < -EmergenceVerdict.LEAST_COST * score;
    }
}
