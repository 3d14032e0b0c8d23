package org.dalescope.model.scoring.screening;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dalescope.model.FormulaSession;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.math.stats.Ranks;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.scoring.Scoring;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.junit.jupiter.api.Test;

/** Against the numbers that NumPy and SciPy print in {@code reference/screening.py}. */
class SessionScreeningTest {
    @Test
    void driftIsScipysRankCorrelationWithinConditions() {
        SessionScreening preflight = SessionScreening.of(FormulaSession.session(), MaskOrigin.ARRAY_START);
        Drift drift = preflight.neurons().get(1).drift();
        assertEquals(0.8960836506770674, drift.rho(), 1e-9);
        assertEquals(5.876013451946979, drift.z(), 1e-8);
        assertEquals(0.9441181478325213, drift.change(), 1e-6);
        Drift steady = preflight.neurons().get(2).drift();
        assertEquals(-0.013060708729610229, steady.rho(), 1e-9);
        assertEquals(-0.2388913075647842, steady.change(), 1e-6);
        var unstable = preflight.findings().stream()
                .filter(f -> f.code().equals("unstable-neuron"))
                .findFirst()
                .orElseThrow();
        assertTrue(unstable.text().startsWith("Neuron 31 (+94 %, rho 0.90) drifts"), unstable.text());
        assertEquals("31", unstable.remedy().orElseThrow().value());
    }

    @Test
    void tiesShareTheirRank() {
        assertArrayEquals(new double[] {4, 1, 4, 2, 6, 4}, Ranks.of(new double[] {3, 1, 3, 2, 5, 3}));
    }

    /** The prophecy's factor k solves k R / (1 + (k - 1) R) = 0.64: 260.74 trials, thus 261. */
    @Test
    void trialsNeededAreSpearmanAndBrowns() {
        Reliability reliability = new Reliability(0.45, 120);
        assertEquals(Math.sqrt(0.45), reliability.ceiling());
        assertEquals(261, reliability.trialsFor(0.8));
        assertEquals(120, reliability.trialsFor(Math.sqrt(0.45)), 1);
        assertTrue(Double.isNaN(new Reliability(-0.1, 50).trialsFor(0.8)));
    }

    /** On a small session the halvings are those of a score, so that the numbers are the same. */
    @Test
    void ceilingsAreTheScoresOwn() {
        Session session = SmallSessions.small();
        SessionScreening preflight = SessionScreening.of(session, MaskOrigin.ARRAY_START);
        assertEquals(200, preflight.halvings());
        int[] usable = preflight.activity().trialIds(preflight.activity().usable());
        assertEquals(58, usable.length);
        var ceilings =
                new Scoring(session, session.mask(MaskOrigin.ARRAY_START), usable).ceilings(ScoreKind.PSTH_R, usable);
        preflight
                .neurons()
                .forEach(n -> assertEquals(
                        ceilings.perNeuron().getOrDefault(n.neuron().id(), Double.NaN),
                        n.overall().ceiling()));
        assertEquals(ceilings.splitHalf(), preflight.meanCeiling(), 1e-12);
        assertEquals(ceilings.splitHalf(), preflight.conditions().getOrDefault("all trials", Double.NaN), 1e-12);
    }

    @Test
    void aSessionWithoutUsableTrialsIsReportedAndNotCrashedOn() {
        Session small = SmallSessions.firstTrials(SmallSessions.small(), 12);
        Session empty = new Session(
                small.name(),
                small.source(),
                small.time(),
                small.neurons(),
                small.channels(),
                small.factors(),
                small.trialIds(),
                new double[12],
                small.rates(),
                small.inputs());
        SessionScreening preflight = SessionScreening.of(empty, MaskOrigin.ARRAY_START);
        assertEquals("too-few-trials", preflight.findings().getFirst().code());
        assertTrue(Double.isNaN(preflight.meanCeiling()));
    }

    @Test
    void aLargeSessionIsHalvedAtLeastTenTimes() {
        Session session = SyntheticSession.of(new SyntheticSettings(33, 8, 536, 219, 25, 20, 3));
        assertTrue(SessionScreening.of(session, MaskOrigin.ARRAY_START).halvings() >= 10);
    }
}
