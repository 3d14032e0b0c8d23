package org.dalescope.model.analysis.selectivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.FormulaSession;
import org.dalescope.model.ShuffledSession;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.TimeAxis;
import org.junit.jupiter.api.Test;

/**
 * Against scipy.stats.mannwhitneyu (2 U / (n m) - 1) and numpy.linalg.lstsq (dummy columns; SS of the factor beyond the other over
 * the residual SS without it) on the same formulas, SciPy 1.10 and NumPy 1.24.
 */
class SelectivityAnalysisTest {
    private final Session session = FormulaSession.session();
    private final Mask mask = session.mask(MaskOrigin.ARRAY_START);
    private final ModelRates rates = ShuffledSession.formulaRates();

    private Selectivity whole(String factor) {
        return new SelectivityCalculator(session, mask, List.of(rates))
                .all(SelectivityWindow.standard(), Progress.SILENT).stream()
                        .filter(s -> s.grouping().factor().equals(factor)
                                && s.window().name().equals("whole"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void theIndexIsScipys() {
        double[][] location = whole("location").data();
        assertArrayEquals(new double[] {0.30859375, 0.1875, -0.1640625}, location[0], 1e-9);
        assertArrayEquals(new double[] {0.1328125, 0.1171875, -0.00390625}, location[1], 1e-9);
        assertArrayEquals(new double[] {0.19921875, 0.37109375, 0.21875}, location[2], 1e-9);
        double[][] reward = whole("reward").data();
        assertEquals(-0.283203125, reward[0][0], 1e-9);
        assertEquals(-0.1015625, reward[2][0], 1e-9);
        assertEquals(
                "2 over 0", whole("location").grouping().pair(whole("location").largest(2)));
    }

    @Test
    void partialEtaSquaredIsNumpys() {
        assertArrayEquals(
                new double[] {0.03177919315808755, 0.030718579345748277, 0.03491773177113172, 0.03205248561686304},
                whole("location").eta(),
                1e-9);
        assertArrayEquals(
                new double[] {0.03454602663701155, 0.03156782444919692, 0.03191243196834549, 0.03428212791525797},
                whole("reward").eta(),
                1e-9);
    }

    @Test
    void theUnityLineIsNumpys() {
        SelectivityAgreement all =
                SelectivityAgreement.of(whole("location"), session.neurons()).getFirst();
        assertEquals(0.3749781124836753, all.r(), 1e-6);
        assertEquals(0.23893229166666666, all.distance(), 1e-6);
        assertEquals(1, all.sign());
        assertTrue(all.p() > 0.05 && all.p() <= 1, () -> "p " + all.p());
    }

    /** Where others tell a factor's levels apart, nothing is left for it to explain. */
    @Test
    void aConfoundedFactorHasNoEta() {
        double[] level = session.factors().getFirst().values();
        Factor twin = new Factor("twin", Factor.Kind.CATEGORICAL, level, Double.NaN, Map.of());
        int[] positions = IntStream.range(0, FormulaSession.TRIALS).toArray();
        TrialGrouping grouping = TrialGrouping.of(twin, positions).orElseThrow();
        PartialEtaSquared eta = PartialEtaSquared.of(grouping, session.factors(), positions);
        assertEquals(Double.NaN, eta.of(level));
    }

    @Test
    void ofNineBinsAThirdAreThree() {
        assertEquals(7, mean(new SelectivityWindow("last", 2.0 / 3, 1)), 1e-12);
    }

    /** Bins of 25 ms with centres 0, 25, ... 200 ms, whose rates are their numbers. */
    private static double mean(SelectivityWindow window) {
        TimeAxis time = new TimeAxis(25, 0, 9, "start");
        return window.means(Mask.all(1, 9), time, new int[] {0}, 1, (i, bin, n) -> bin)[0][0];
    }

    @Test
    void windowsAreWrittenInMsOrInShares() {
        assertEquals(2.5, mean(SelectivityWindow.of("50:100")), 1e-12);
        assertEquals(7.5, mean(SelectivityWindow.of("175:")), 1e-12);
        assertEquals(0.5, mean(SelectivityWindow.of(":50")), 1e-12);
        assertEquals(1, mean(SelectivityWindow.of("0%:34%")), 1e-12);
        assertEquals(Double.NaN, mean(SelectivityWindow.of("300:400")));
        for (String wrong : List.of("50", "100:50", "0%:1", "50%:120%", "a:b", "1:2:3")) {
            assertThrows(InputError.class, () -> SelectivityWindow.of(wrong), wrong);
        }
    }

    /** Trials last 8 to 12 bins from -37.5 ms on: 232 ms on only those of 12 (t % 5 = 4) have a bin, 9 of 48. */
    @Test
    void aWindowInMsLeavesOutTrialsThatEndBefore() {
        AnalysisResult result = SelectivityAnalysis.of(
                session, mask, List.of(SelectivityWindow.of("225:250")), List.of(rates), Progress.SILENT);
        assertTrue(
                result.statistics().stream().allMatch(s -> s.n().contains("9 trials") || s.n().contains("4 neurons")));
    }

    @Test
    void aWindowWithoutTrialsIsToldAndHasNoRows() {
        AnalysisResult result = SelectivityAnalysis.of(
                session, mask, List.of(SelectivityWindow.of("5000:6000")), List.of(rates), Progress.SILENT);
        assertEquals(0, result.statistics().size());
        assertTrue(result.notes().stream().anyMatch(note -> note.code().equals("empty-window")));
    }

    /** On sessions in which labels say nothing, p is at most 0.05 in 5 % +- 2 of the tests. */
    @Test
    void thePermutationTestIsCalibrated() {
        int trials = 60;
        int[] positions = IntStream.range(0, trials).toArray();
        int tests = 0;
        int small = 0;
        for (int s = 0; s < 40; s++) {
            CounterRandom random = new CounterRandom(77).at(s);
            double[] labels = IntStream.range(0, trials)
                    .mapToDouble(t -> Math.floor(3 * random.at(0).uniform(t)))
                    .toArray();
            TrialGrouping grouping = TrialGrouping.of(
                            new Factor("null-" + s, Factor.Kind.CATEGORICAL, labels, Double.NaN, Map.of()), positions)
                    .orElseThrow();
            FactorPermutation permutations = FactorPermutation.of(grouping);
            for (int neuron = 0; neuron < 20; neuron++) {
                CounterRandom spikes = random.at(1 + neuron);
                double[] counts = IntStream.range(0, trials)
                        .mapToDouble(t -> Math.floor(-6 * Math.log(spikes.uniform(t))))
                        .toArray();
                AucIndex index = new AucIndex(counts, 3);
                double[] observed = index.of(grouping.level());
                tests++;
                small += permutations.p(index, observed[AucIndex.largest(observed)]) <= 0.05 ? 1 : 0;
            }
        }
        double share = (double) small / tests;
        assertEquals(0.05, share, 0.02);
    }

    /** And a difference that is there is found. */
    @Test
    void aTrueDifferenceIsFound() {
        double[] labels = IntStream.range(0, 40).mapToDouble(t -> t % 2).toArray();
        TrialGrouping grouping = TrialGrouping.of(
                        new Factor("side", Factor.Kind.CATEGORICAL, labels, Double.NaN, Map.of()),
                        IntStream.range(0, 40).toArray())
                .orElseThrow();
        double[] rates = IntStream.range(0, 40).mapToDouble(t -> t % 2 * 40 + t).toArray();
        AucIndex index = new AucIndex(rates, 2);
        assertEquals(1, index.of(grouping.level())[0], 1e-12);
        assertEquals(0.001, FactorPermutation.of(grouping).p(index, 1), 1e-12);
    }

    @Test
    void theOrderInTheFileDoesNotMatter() {
        AnalysisResult plain =
                SelectivityAnalysis.of(session, mask, SelectivityWindow.standard(), List.of(rates), Progress.SILENT);
        ShuffledSession shuffled = ShuffledSession.of(session, mask, rates);
        AnalysisResult mixed = SelectivityAnalysis.of(
                shuffled.session(),
                shuffled.mask(),
                SelectivityWindow.standard(),
                List.of(shuffled.rates()),
                Progress.SILENT);
        assertEquals(8, plain.statistics().size());
        for (int i = 0; i < plain.statistics().size(); i++) {
            Statistic one = plain.statistics().get(i);
            assertEquals(one.value(), mixed.statistics().get(i).value(), 1e-9, one.name());
            assertEquals(one.chance().p(), mixed.statistics().get(i).chance().p(), 1e-9, one.name());
        }
        assertEquals(rows(plain), rows(mixed));
    }

    /** p of every neuron by factor, window and id. */
    private static Map<String, Double> rows(AnalysisResult result) {
        List<Table.Column> columns = result.tables().getFirst().columns();
        Map<String, Double> rows = new java.util.TreeMap<>();
        for (int row = 0; row < columns.getFirst().length(); row++) {
            rows.put(
                    ((Table.Words) columns.get(0)).values().get(row)
                            + ((Table.Words) columns.get(1)).values().get(row)
                            + ((Table.Numbers) columns.get(2)).values()[row],
                    ((Table.Numbers) columns.get(6)).values()[row]);
        }
        return rows;
    }
}
