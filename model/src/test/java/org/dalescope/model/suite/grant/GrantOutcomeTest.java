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
    void moreInhibitionOfSelectiveNeuronsSpeaksForItAndLessAgainst() {
        assertEquals(GrantOutcome.FOR, outcome(GrantPanel.B, 3, 0.1, 0.8));
        assertEquals(GrantOutcome.AGAINST, outcome(GrantPanel.B, 3, -0.8, -0.1));
        assertEquals(GrantOutcome.CANNOT_TELL, outcome(GrantPanel.B, 3, -0.1, 0.1), "no relation is no evidence");
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

    /** A session whose only evidence is the value of one panel. */
    private static GrantSession session(GrantPanel panel, int selective, double value) {
        return session(new PanelEvidence(panel, "reward", selective, value, value, value, ""));
    }

    /** A session with nothing but evidence. */
    private static GrantSession session(PanelEvidence... evidence) {
        return new GrantSession(
                "s",
                "S",
                5,
                2,
                100,
                25,
                2,
                "whole",
                true,
                new GrantSession.Task(List.of(), List.of()),
                List.of(),
                List.of(),
                new GrantSession.Courses(List.of(), List.of(), List.of()),
                List.of(),
                "",
                List.of(),
                List.of(evidence));
    }

    private static PanelEvidence overSessions(GrantPanel panel, GrantSession... sessions) {
        return new GrantFigure(List.of("reward"), List.of(sessions), List.of())
                .evidence().stream()
                        .filter(one -> one.panel() == panel)
                        .findFirst()
                        .orElseThrow();
    }

    /** tanh of the mean of atanh(0.2) = 0.2027326 and atanh(0.6) = 0.6931472; the third session has nothing to explain. */
    @Test
    void rOverSessionsIsAveragedOnFishersScale() {
        PanelEvidence mean = overSessions(
                GrantPanel.B,
                session(GrantPanel.B, 3, 0.2),
                session(GrantPanel.B, 4, 0.6),
                session(GrantPanel.B, 0, -0.9));
        assertEquals(Math.tanh((0.2027325541 + 0.6931471806) / 2), mean.value(), 1e-9);
        assertEquals(7, mean.selective());
        assertEquals("2 sessions", mean.over());
        // Student's interval of two values is their mean +- 12.706 times half of their distance.
        double half = 12.706204736 * (0.6931471806 - 0.2027325541) / 2;
        assertEquals(Math.tanh((0.2027325541 + 0.6931471806) / 2 + half), mean.high(), 1e-7);
    }

    @Test
    void otherValuesAreAveragedAsTheyAre() {
        PanelEvidence mean = overSessions(GrantPanel.E, session(GrantPanel.E, 3, 0.2), session(GrantPanel.E, 4, 0.6));
        assertEquals(0.4, mean.value(), 1e-12);
        assertEquals(0.4 + 12.706204736 * 0.2, mean.high(), 1e-6);
    }

    @Test
    void theVerdictIsASentenceWithItsPanels() {
        GrantSession session = session(
                new PanelEvidence(GrantPanel.D, "reward", 2, 0.3, 0.1, 0.5, ""),
                new PanelEvidence(GrantPanel.E, "reward", 2, 0.2, 0.1, 0.3, ""));
        GrantFigure figure = new GrantFigure(List.of("reward"), List.of(session), List.of());
        assertEquals(GrantOutcome.AGAINST, figure.verdict());
        String sentence = figure.sentences().getFirst();
        assertEquals(
                "In S (5 E and 2 I neurons, 25 sealed trials), the panels suggest that local inhibition does not carry the"
                        + " selectivity for reward: share of the factor's variance in input-potent directions, minus"
                        + " that in random ones is 0.30 (0.10 to 0.50) for reward (panel D); mean selectivity beyond"
                        + " chance of E cells minus that of I cells is 0.20 (0.10 to 0.30) for reward (panel E).",
                sentence);
        assertEquals(
                "In S (5 E and 2 I neurons, 25 sealed trials), the panels suggest that local inhibition does not carry the"
                        + " selectivity for reward: panel B cannot tell, panel C cannot tell, panel D speaks against"
                        + " it, panel E speaks against it.",
                figure.sentence("s"),
                "the window has little room");
    }
}
