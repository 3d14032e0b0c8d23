package org.dalescope.model.suite.emergence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dalescope.model.scoring.rival.ScoreDifference;
import org.junit.jupiter.api.Test;

/** The verdicts by their definition in docs/emergence.md, for a network with 0.2 bits per spike. */
class EmergenceVerdictTest {
    private static final double SCORE = 0.2;

    private static EmergenceVerdict verdict(
            double recurrence, double restricted, double restriction, double error, boolean emergent) {
        return EmergenceVerdict.of(
                new EmergenceScores(
                        SCORE,
                        new ScoreDifference(recurrence, error),
                        new ScoreDifference(restricted, error),
                        new ScoreDifference(restriction, error),
                        (SCORE + restriction) / SCORE),
                emergent);
    }

    @Test
    void recurrenceNeedsAllOfItsEvidence() {
        assertEquals(EmergenceVerdict.RECURRENCE, verdict(0.05, 0.04, -0.01, 0.005, true));
        assertEquals(EmergenceVerdict.CANNOT_TELL, verdict(0.05, 0.04, -0.01, 0.005, false), "no such neuron");
        assertEquals(EmergenceVerdict.CANNOT_TELL, verdict(0.05, 0.005, -0.01, 0.005, true), "no better than inputs");
        assertEquals(EmergenceVerdict.CANNOT_TELL, verdict(0.05, 0.04, -0.05, 0.005, true), "keeps 75 %");
        assertEquals(EmergenceVerdict.CANNOT_TELL, verdict(0.05, 0.04, -0.01, 0.03, true), "interval has 0");
    }

    /** 5 % of the score is 0.01, 1 % is 0.002. */
    @Test
    void inputsNeedThatRecurrenceAddsNothingAndFewerInputsCost() {
        assertEquals(EmergenceVerdict.INPUTS, verdict(-0.001, -0.01, -0.008, 0.001, true));
        assertEquals(EmergenceVerdict.CANNOT_TELL, verdict(-0.001, -0.001, 0, 0.001, true), "restriction is free");
        assertEquals(EmergenceVerdict.CANNOT_TELL, verdict(0.005, -0.003, -0.008, 0.004, true), "may add 0.0128");
        assertEquals(EmergenceVerdict.CANNOT_TELL, verdict(-0.001, -0.01, -0.0015, 0.0005, true), "costs under 1 %");
    }

    @Test
    void aNetworkWorseThanAConstantRateSaysNothing() {
        ScoreDifference any = new ScoreDifference(0.1, 0.001);
        assertEquals(
                EmergenceVerdict.CANNOT_TELL, EmergenceVerdict.of(new EmergenceScores(-0.1, any, any, any, 1), true));
        assertEquals(EmergenceVerdict.CANNOT_TELL, verdict(0.05, 0.04, -0.01, Double.NaN, true), "too few trials");
    }
}
