package org.dalescope.model.suite.emergence;

/** The verdict on the question whether the selectivity in a session arises from recurrence (docs/emergence.md). */
public enum EmergenceVerdict {
    RECURRENCE("recurrence"),
    INPUTS("inputs"),
    CANNOT_TELL("cannot tell");

    /** The part of the score below which a gain by recurrence counts as none. */
    static final double MARGIN = 0.05;
    /** The part of the score that restricted inputs must cost for the verdict 'inputs'. */
    static final double LEAST_COST = 0.01;
    /** The least part of the base's score that the network with restricted inputs must keep. */
    static final double LEAST_KEPT = 0.8;

    private final String words;

    EmergenceVerdict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /**
     * The verdict from scores in bits per spike on sealed trials.
     *
     * @param emergent whether some neuron has emergent selectivity
     */
    static EmergenceVerdict of(EmergenceScores scores, boolean emergent) {
        if (!scores.isDefined()) {
            return CANNOT_TELL;
        }
        if (scores.recurrenceIsNeeded()) {
            boolean enough = scores.restricted().low() > 0 && scores.kept() >= LEAST_KEPT && emergent;
            return enough ? RECURRENCE : CANNOT_TELL;
        }
        return scores.recurrenceAddsNothing() && scores.restrictionCosts() ? INPUTS : CANNOT_TELL;
    }
}
