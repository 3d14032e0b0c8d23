package org.dalescope.model.suite.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules by which panels speak. */
class GrantOutcomeTest {
    private static GrantOutcome outcome(GrantPanel panel, int selective, double low, double high) {
        return new PanelEvidence(panel, "reward", selective, (low + high) / 2, low, high, "").outcome();
    }

    @Test
    void inhibitionThatFollowsSelectivitySpeaksForItAndNoRelationAgainst() {
        assertEquals(GrantOutcome.FOR, outcome(GrantPanel.B, 3, 0.1, 0.8));
        assertEquals(GrantOutcome.AGAINST, outcome(GrantPanel.B, 3, -0.4, 0.29));
        assertEquals(GrantOutcome.CANNOT_TELL, outcome(GrantPanel.B, 3, -0.4, 0.31));
    }

    @Test
    void theOtherPanelsSpeakBySign() {
        for (GrantPanel panel : List.of(GrantPanel.C, GrantPanel.D, GrantPanel.E)) {
            assertEquals(GrantOutcome.AGAINST, outcome(panel, 1, 0.01, 0.2));
            GrantOutcome below = panel == GrantPanel.C ? GrantOutcome.CANNOT_TELL : GrantOutcome.FOR;
            assertEquals(below, outcome(panel, 1, -0.2, -0.01));
            assertEquals(GrantOutcome.CANNOT_TELL, outcome(panel, 1, -0.2, 0.2));
            assertEquals(GrantOutcome.CANNOT_TELL, outcome(panel, 1, Double.NaN, Double.NaN));
        }
    }

    @Test
    void withoutSelectiveNeuronsThereIsNothingToExplain() {
        for (GrantPanel panel : GrantPanel.values()) {
            assertEquals(GrantOutcome.CANNOT_TELL, outcome(panel, 0, 0.1, 0.2));
        }
    }

    @Test
    void panelsMustAgree() {
        GrantOutcome no = GrantOutcome.CANNOT_TELL;
        assertEquals(GrantOutcome.AGAINST, GrantOutcome.of(List.of(GrantOutcome.AGAINST, GrantOutcome.AGAINST, no), 2));
        assertEquals(no, GrantOutcome.of(List.of(GrantOutcome.AGAINST, no, no), 2));
        assertEquals(no, GrantOutcome.of(List.of(GrantOutcome.AGAINST, GrantOutcome.AGAINST, GrantOutcome.FOR), 2));
        assertEquals(GrantOutcome.FOR, GrantOutcome.of(List.of(GrantOutcome.FOR, no, GrantOutcome.FOR), 2));
    }
}
