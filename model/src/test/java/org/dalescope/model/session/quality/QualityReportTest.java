package org.dalescope.model.session.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.FormulaSession;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Remedy;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.junit.jupiter.api.Test;

/** Against the numbers that NumPy and SciPy print in {@code reference/screening.py}. */
class QualityReportTest {
    private static Finding finding(Session session, String code) {
        List<Finding> all = QualityReport.of(session, MaskOrigin.ARRAY_START).findings();
        return all.stream().filter(f -> f.code().equals(code)).findFirst().orElseThrow(() -> new AssertionError(all));
    }

    private static Remedy remedy(Session session, String code) {
        return finding(session, code).remedy().orElseThrow();
    }

    @Test
    void theFaultsAreFoundEachWithItsRemedy() {
        Session session = FormulaSession.session();
        assertEquals("9", remedy(session, "duplicate-neurons").value());
        assertTrue(finding(session, "duplicate-neurons").text().contains("7 and 9 (r 1.000)"));
        // NumPy finds two more pairs that the formula makes alike.
        assertEquals("127-128,130", remedy(session, "duplicate-trials").value());
        assertEquals("120", remedy(session, "outlier-trials").value());
        // NumPy: robust z 73.29 about a median of 68.5 sp/s.
        assertTrue(finding(session, "outlier-trials").text().contains("median of 68.5 sp/s (up to 73)"));
        assertEquals("data.exclude_trials", remedy(session, "outlier-trials").setting());
        assertEquals("e", remedy(session, "constant-channel").value());
        assertEquals("d", remedy(session, "collinear-channels").value());
        assertTrue(finding(session, "dependent-channels").text().contains("Input c is a sum of a, b and"));
        assertEquals("120", remedy(session, "outlier-bins").value());
        assertEquals("time-zero", remedy(session, "mask-convention").value());
        assertTrue(finding(session, "few-trials").text().contains("48 of 48"));
    }

    @Test
    void meanRatesAreNumpys() {
        assertArrayEquals(
                new double[] {72.2851153, 132.24318658, 73.71069182, 72.36897275},
                QualityReport.of(FormulaSession.session(), MaskOrigin.ARRAY_START)
                        .meanRates(),
                1e-7);
    }

    @Test
    void cramersVIsScipys() {
        List<Factor> factors = FormulaSession.session().factors();
        int[] all = IntStream.range(0, FormulaSession.TRIALS).toArray();
        assertEquals(0.5, FactorChecks.cramersV(all, factors.get(0), factors.get(1)), 1e-12);
        assertEquals(1, FactorChecks.cramersV(all, factors.get(0), factors.get(0)), 1e-12);
    }

    /** The median absolute deviation of 1..5 and 100 about 3.5 is 1.5. */
    @Test
    void theRobustScoreIsNotMovedByTheOutlier() {
        RobustScore score = RobustScore.of(new double[] {100, 1, 2, 3, 4, 5});
        assertEquals(3.5, score.median());
        assertEquals(1.5 * 1.4826, score.spread(), 1e-12);
        assertEquals((100 - 3.5) / 10, score.z(100, 10), 1e-12);
    }

    @Test
    void typesThatAreMissingAreWarningsAndTooFewTrialsAnError() {
        Finding unknown = finding(FormulaSession.session(NeuronType.UNKNOWN), "unknown-types");
        assertEquals(Finding.Severity.WARNING, unknown.severity());
        assertEquals("9", unknown.remedy().orElseThrow().value());
        Session few = SmallSessions.firstTrials(SmallSessions.small(), 9);
        assertEquals(Finding.Severity.ERROR, finding(few, "too-few-trials").severity());
    }

    @Test
    void wrongUnitsAreGuessedFromTheRates() {
        Session session = SmallSessions.small();
        assertFalse(QualityReport.of(session, MaskOrigin.ARRAY_START).findings().stream()
                .anyMatch(f -> f.code().equals("implausible-rates")));
        assertTrue(finding(scaled(session, 1f / 40), "implausible-rates")
                .meaning()
                .contains("Multiplied by 40 they would be plausible"));
        assertTrue(finding(scaled(session, 1000), "implausible-rates").meaning().contains("Divided by 1000"));
    }

    private static Session scaled(Session session, float factor) {
        float[] rates = session.rates().clone();
        for (int i = 0; i < rates.length; i++) {
            rates[i] *= factor;
        }
        return SmallSessions.withRates(session, rates);
    }

    @Test
    void rareLevelsAreNamedWithTheirTrials() {
        double[] values = new double[FormulaSession.TRIALS];
        values[3] = 1;
        values[40] = 1;
        Factor factor = new Factor("cue", Factor.Kind.CATEGORICAL, values, Double.NaN, Map.of(1.0, "odd"));
        Session plain = FormulaSession.session();
        Session session = new Session(
                plain.name(),
                plain.source(),
                plain.time(),
                plain.neurons(),
                plain.channels(),
                List.of(factor),
                plain.trialIds(),
                plain.durationMs(),
                plain.rates(),
                plain.inputs());
        assertEquals("103,140", remedy(session, "rare-level").value());
        assertTrue(finding(session, "rare-level").text().contains("cue: level odd"));
    }

    @Test
    void remediesAddToListsAndAreTakenBack() {
        Remedy remedy = Remedy.add("data.exclude_neurons", "7,9-11", "Leave out");
        assertEquals("3,7,9-11", remedy.appliedTo("3, 7"));
        assertTrue(remedy.isIn("9-11, 3,7"));
        assertFalse(remedy.isIn("7"));
        assertEquals("3", remedy.takenFrom("3,7,9-11", ""));
        assertEquals("--set data.exclude_neurons=3,7,9-11", remedy.commandLine("3"));
        Remedy set = Remedy.set("data.mask_origin", "time-zero", "Count from time zero");
        assertTrue(set.isIn("time-zero"));
        assertEquals("array-start", set.takenFrom("time-zero", "array-start"));
        assertEquals(
                "--set 'data.exclude_channels=a b'",
                Remedy.add("data.exclude_channels", "a b", "x").commandLine(""));
    }

    @Test
    void theGravestComesFirst() {
        List<Finding.Severity> severities =
                QualityReport.of(SmallSessions.firstTrials(SmallSessions.small(), 9), MaskOrigin.ARRAY_START)
                        .findings()
                        .stream()
                        .map(Finding::severity)
                        .toList();
        assertEquals(
                severities.stream().sorted(java.util.Comparator.reverseOrder()).toList(), severities);
        assertEquals(Arrays.asList(Finding.Severity.values()).getLast(), severities.getFirst());
    }
}
