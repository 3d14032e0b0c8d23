package org.dalescope.model.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.settings.GradientBalancing;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.StageTimes;
import org.dalescope.model.training.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkTest {
    private static final Benchmark BRIEF = new Benchmark(0, 0, 3, GradientBalancing.FIXED);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7, 20, 33, 54, 65, 200, 300})
    void theNetworkHasAsManyUnitsAsAskedForAtFourToOne(int units) {
        BenchmarkSize size = new BenchmarkSize(8, 4, units);
        Fit fit = BenchmarkFit.of(size, GradientBalancing.FIXED);
        assertEquals(units, fit.parameterisation().spec().units().units());
        assertEquals(size.excitatory(), fit.parameterisation().spec().units().excitatory());
        assertEquals(size.recorded(), fit.session().neurons().size());
        assertEquals(Benchmark.workload(size), fit.workload());
    }

    @Test
    void theLaboratorysSizeIsThatOfThePeer() {
        BenchmarkSize size = BenchmarkSize.LABORATORY;
        assertEquals(52, size.excitatory());
        assertEquals(54, size.recorded());
        assertEquals(208, size.validationTrials());
        assertEquals(14, BenchmarkSize.CHANNELS);
        // 2 operations x 835 x 219 x 65 x (65 + 14), in each of forward, adjoint and weight sums.
        assertEquals(1.878e9, Benchmark.workload(size).productFlops(), 1e6);
    }

    @Test
    void theRateFollowsFromTheTimesOfTheStages() {
        BenchmarkSize size = new BenchmarkSize(40, 20, 10);
        try (RecurrentEngine engine = new FusedEngine(2)) {
            BenchmarkResult result = BRIEF.measure(size, engine).withMatrixProductRate(100);
            assertTrue(result.lossesMs() > 0 && result.updateMs() > 0 && result.scoringMs() > 0, result.toString());
            double flops = 3 * 2.0 * 40 * 20 * 10 * 24;
            assertEquals(flops / 1e6 / (result.forwardMs() + result.backwardMs()), result.gflops(), 1e-9);
            assertEquals(2, result.threads());
            assertEquals(100, result.gemmGflops());
            assertTrue(result.memoryMb() > 10);
        }
    }

    /** Medians over epochs need not add up on a busy machine, but the times of each epoch do. */
    @Test
    void theStagesOfAnEpochAddUpToItsTime() {
        try (RecurrentEngine engine = new FusedEngine(2)) {
            FitControl stop = new FitControl();
            Trainer trainer =
                    new Trainer(BenchmarkFit.of(new BenchmarkSize(40, 20, 10), GradientBalancing.FIXED), engine);
            List<MeasuredEpoch> epochs = new ArrayList<>();
            long begunNs = System.nanoTime();
            trainer.run(trainer.start(), stop, snapshot -> {
                epochs.add(MeasuredEpoch.of(snapshot));
                if (epochs.size() == 3) {
                    stop.raise();
                }
            });
            double wholeMs = (System.nanoTime() - begunNs) / 1e6;
            for (MeasuredEpoch epoch : epochs) {
                StageTimes times = epoch.times();
                assertEquals(
                        times.forward() + times.backward() + times.losses() + times.update() + times.scoring(),
                        epoch.ms(),
                        1e-9);
            }
            assertTrue(epochs.stream().mapToDouble(MeasuredEpoch::ms).sum() <= wholeMs);
        }
    }

    @Test
    void exponentsAreThoseOfPowerLaws() {
        double[] sizes = {10, 20, 40, 80};
        assertEquals(1, Benchmark.exponent(sizes, new double[] {3, 6, 12, 24}), 1e-12);
        assertEquals(2, Benchmark.exponent(sizes, new double[] {1, 4, 16, 64}), 1e-12);
        assertEquals(0, Benchmark.exponent(sizes, new double[] {5, 5, 5, 5}), 1e-12);
    }

    @Test
    void tablesRunFromAQuarterToTwiceTheSizeAndOverPowersOfTwoOfThreads() {
        BenchmarkSize base = new BenchmarkSize(64, 8, 20);
        BenchmarkScaling trials = table(BenchmarkScaling.Axis.TRIALS, base);
        assertEquals(List.of(16, 32, 64, 128), along(trials));
        assertEquals(List.of(2, 4, 8, 16), along(table(BenchmarkScaling.Axis.BINS, base)));
        assertEquals(List.of(5, 10, 20, 40), along(table(BenchmarkScaling.Axis.UNITS, base)));
        assertEquals(List.of(1, 2, 4), along(table(BenchmarkScaling.Axis.THREADS, base)));
    }

    private static BenchmarkScaling table(BenchmarkScaling.Axis axis, BenchmarkSize base) {
        return BenchmarkScaling.measure(
                axis,
                base,
                4,
                new Benchmark(0, 0, 1, GradientBalancing.FIXED),
                (size, threads) -> new FusedEngine(threads));
    }

    private static List<Integer> along(BenchmarkScaling table) {
        return IntStream.range(0, table.rows().size())
                .mapToObj(i -> table.axis().of(table.rows().get(i)))
                .toList();
    }

    @Test
    void sizesOutOfReachAreRefusedNamingTheOption() {
        assertTrue(assertThrows(InputError.class, () -> new BenchmarkSize(0, 10, 10))
                .sentence()
                .contains("--trials"));
        assertTrue(assertThrows(InputError.class, () -> new BenchmarkSize(10, 1, 10))
                .sentence()
                .contains("--bins"));
        assertTrue(assertThrows(InputError.class, () -> new BenchmarkSize(10, 10, 1))
                .sentence()
                .contains("--units"));
        assertThrows(InputError.class, () -> new BenchmarkSize(1_000_000, 100_000, 100));
    }
}
