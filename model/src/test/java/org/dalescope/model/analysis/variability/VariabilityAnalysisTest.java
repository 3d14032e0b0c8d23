package org.dalescope.model.analysis.variability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.FormulaSession;
import org.dalescope.model.ShuffledSession;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.common.Progress;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.simd.OptimalAssignment;
import org.dalescope.model.math.simd.PaddedMatrix;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.TimeAxis;
import org.dalescope.model.training.loss.SingleTransportPlan;
import org.dalescope.model.training.loss.TransportPlan;
import org.junit.jupiter.api.Test;

/** Against NumPy 1.24 on the same formulas: counts of bins 2-11 (0 to 250 ms), numpy.cov per condition, pooled. */
class VariabilityAnalysisTest {
    private final Session session = FormulaSession.session();
    private final Mask mask = Mask.all(FormulaSession.TRIALS, FormulaSession.BINS);

    private AnalysisResult result() {
        return VariabilityAnalysis.of(
                session,
                mask,
                List.of(ShuffledSession.formulaRates()),
                VariabilityAnalysisTest::diagonal,
                Progress.SILENT);
    }

    /** A plan in which every trial keeps its own. */
    private static TransportPlan diagonal(ModelRates rates) {
        int n = rates.trialIds().length;
        double[] cost = new double[n * n];
        Arrays.setAll(cost, k -> k / n == k % n ? 0 : 1);
        OptimalAssignment own = OptimalAssignment.of(PaddedMatrix.copyOf(n, n, cost));
        return new SingleTransportPlan(0, own.measure(), own);
    }

    /** The plan above keeps every trial, the one-to-one match does not. */
    @Test
    void thePlanIsToldTrialByTrial() {
        Table plan = table(result(), "transport_plan");
        double[] model = numbers(plan, "model_trial");
        double[] data = numbers(plan, "data_trial");
        double[] share = numbers(plan, "share");
        double[] matched = numbers(plan, "matched");
        for (int row = 0; row < model.length; row++) {
            assertEquals(model[row] == data[row] ? 1 : 0, share[row], 1e-12);
        }
        assertEquals(FormulaSession.TRIALS, Arrays.stream(share).sum(), 1e-9);
        assertEquals(FormulaSession.TRIALS, Arrays.stream(matched).sum(), 1e-9);
    }

    /** Pearson's r of each pair's courses is the r that the table of pairs gives. */
    @Test
    void matchedPairsAreShownAsTheyWereCorrelated() {
        Table activity = table(result(), "matched_activity");
        double[] trial = numbers(activity, "model_trial");
        double[] r = numbers(activity, "r");
        int[] first = IntStream.range(0, trial.length)
                .filter(row -> trial[row] == trial[0])
                .toArray();
        double[] data = numbers(activity, "data");
        double[] model = numbers(activity, "model");
        assertEquals(FormulaSession.BINS, first.length);
        assertEquals(Arrays.stream(r).max().orElseThrow(), r[0], 0);
        assertEquals(
                r[0], Correlation.pearson(Arrays.copyOf(data, first.length), Arrays.copyOf(model, first.length)), 1e-9);
    }

    private static Table table(AnalysisResult result, String name) {
        return result.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double[] numbers(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .map(column -> ((Table.Numbers) column).values())
                .findFirst()
                .orElseThrow();
    }

    private static double value(AnalysisResult result, String name) {
        return statistic(result, name).value();
    }

    private static Statistic statistic(AnalysisResult result, String name) {
        return result.statistics().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fanoFactorsAreNumpys() {
        AnalysisResult result = result();
        assertEquals(84.49087689763172, value(result, "fano_data"), 1e-6);
        assertEquals(1.0856254588409315, value(result, "fano_model"), 1e-6);
        assertTrue(statistic(result, "fano_data").n().contains("43 degrees of freedom"));
        Table table = result.tables().getFirst();
        double[] data = ((Table.Numbers) table.columns().get(3)).values();
        double[] model = ((Table.Numbers) table.columns().get(4)).values();
        assertEquals(56.474879, data[1], 1e-5);
        assertEquals(1.08271767, model[1], 1e-7);
    }

    @Test
    void noiseCorrelationsAreNumpys() {
        AnalysisResult result = result();
        assertEquals(0.9796405067410495, value(result, "noise_correlation_data"), 1e-6);
        assertEquals(-0.003757967045105745, value(result, "noise_correlation_model"), 1e-6);
        assertEquals(-0.4596758160136435, value(result, "noise_correlation_match"), 1e-6);
        Table table = result.tables().get(1);
        double[] a = ((Table.Numbers) table.columns().get(0)).values();
        double[] b = ((Table.Numbers) table.columns().get(1)).values();
        int row = IntStream.range(0, a.length)
                .filter(i -> a[i] == 7 && b[i] == 31)
                .findFirst()
                .orElseThrow();
        assertEquals(0.9606657080637001, ((Table.Numbers) table.columns().get(3)).values()[row], 1e-6);
        assertEquals(0.043256619462224595, ((Table.Numbers) table.columns().get(4)).values()[row], 1e-6);
    }

    /** Independent Poisson counts of a constant rate have a Fano factor of 1 and no correlation; the model's of a constant is 1. */
    @Test
    void poissonCountsHaveAFanoFactorOfOne() {
        TimeAxis time = new TimeAxis(25, 12.5, 40, "start");
        int trials = 400;
        int[] positions = IntStream.range(0, trials).toArray();
        // Bernoulli in bins of 25 ms at p = 0.1: variance / mean is exactly 1 - p.
        SpikeCountWindows counts = SpikeCountWindows.of(
                time,
                Mask.all(trials, 40),
                positions,
                2,
                (i, bin, n) -> new CounterRandom(9).uniform((i * 40L + bin) * 2 + n) < 0.1 ? 40 : 0);
        WithinConditionMoments moments = WithinConditionMoments.of(counts, List.of(positions), row -> true);
        assertEquals(0.9, moments.fano()[0], 0.07);
        assertEquals(0, moments.correlation(0, 1), 0.08);
        SpikeCountWindows constant =
                SpikeCountWindows.of(time, Mask.all(trials, 40), positions, 2, (i, bin, n) -> 4 + n);
        double[] fano = WithinConditionMoments.of(constant, List.of(positions), row -> true)
                .withPoissonEmission()
                .fano();
        assertEquals(1, fano[0], 1e-12);
        assertEquals(1, fano[1], 1e-12);
    }

    /** Rates of another bin width give the same counts: the factor 1 / 0.025 s never enters. */
    @Test
    void fanoFactorsAreInCounts() {
        TimeAxis coarse = new TimeAxis(250, 125, 4, "start");
        SpikeCountWindows counts =
                SpikeCountWindows.of(coarse, Mask.all(2, 4), new int[] {0, 1}, 1, (i, bin, n) -> 8 + 8 * i);
        WithinConditionMoments moments = WithinConditionMoments.of(counts, List.of(new int[] {0, 1}), row -> true);
        // Counts 2 and 4: mean 3, variance 2.
        assertEquals(2.0 / 3, moments.fano()[0], 1e-12);
    }

    @Test
    void theOrderInTheFileDoesNotMatter() {
        AnalysisResult plain = result();
        ShuffledSession shuffled = ShuffledSession.of(session, mask, ShuffledSession.formulaRates());
        AnalysisResult mixed = VariabilityAnalysis.of(
                shuffled.session(),
                shuffled.mask(),
                List.of(shuffled.rates()),
                VariabilityAnalysisTest::diagonal,
                Progress.SILENT);
        for (int i = 0; i < plain.statistics().size(); i++) {
            Statistic one = plain.statistics().get(i);
            Statistic other = mixed.statistics().get(i);
            assertEquals(one.value(), other.value(), 1e-9, one.name());
            assertEquals(one.chance().p(), other.chance().p(), 1e-9, one.name());
            assertEquals(one.uncertainty().low(), other.uncertainty().low(), 1e-9, one.name());
        }
    }
}
