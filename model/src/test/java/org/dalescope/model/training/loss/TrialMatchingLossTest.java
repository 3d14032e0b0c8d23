package org.dalescope.model.training.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.TrialLossSettings;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Values and derivatives printed by PyTorch (float64, plan detached) for the same formulas. */
class TrialMatchingLossTest {
    @AutoClose
    private final WorkerThreads workers = WorkerThreads.of(1);

    private static final int TRIALS = 6;
    private static final int BINS = 5;

    private static TrialMatchingLoss loss(String zScoring, String epsilon, String iterations) {
        TrialLossSettings settings = Configuration.defaults()
                .with("loss.trial.z_scoring", zScoring)
                .with("loss.trial.epsilon", epsilon)
                .with("loss.trial.epsilon_unit", "absolute")
                .with("loss.trial.iterations", iterations)
                .with("loss.trial.tolerance", "0")
                .with("loss.trial.smoothing_ms", "0")
                .loss()
                .trial();
        double[] mask = new double[TRIALS * BINS];
        Arrays.fill(mask, 1);
        return TrialMatchingLoss.of(mask, fill((j, t) -> 2.5 + Math.cos(0.9 * j - t) + 0.05 * j), BINS, 25, settings);
    }

    private static RateStatistics model() {
        double[] population = fill((j, t) -> 3 + Math.sin(1.3 * j + t) + 0.1 * j * t);
        return new RateStatistics(1, TRIALS, BINS, 1, new double[BINS], population);
    }

    @Test
    void thePredecessorsZScoringGivesItsNumbers() {
        LossValue value = loss("own", "0.1", "20").evaluate(model(), workers);
        assertEquals(0.8932903489582207, value.value(), 1e-6);
        assertEquals(-0.09280718266000725, value.gradient().population()[2 * BINS + 3], 1e-6);
    }

    @Test
    void zScoringByTheDataGivesPyTorchsNumbers() {
        LossValue value = loss("data", "0.5", "40").evaluate(model(), workers);
        assertEquals(2.932861414562504, value.value(), 1e-9);
        assertEquals(0.03930786386311096, value.gradient().population()[2 * BINS + 3], 1e-9);
        assertEquals(0.06368539817563247, value.gradient().population()[5 * BINS], 1e-9);
    }

    private interface Formula {
        double at(int trial, int bin);
    }

    private static double[] fill(Formula formula) {
        double[] values = new double[TRIALS * BINS];
        for (int i = 0; i < values.length; i++) {
            values[i] = formula.at(i / BINS, i % BINS);
        }
        return values;
    }

    /** What a model does after the end of a trial can change nothing. */
    @Test
    void invalidBinsNeitherCostNorPull() {
        var session = org.dalescope.model.SmallSessions.small();
        var mask = session.mask(org.dalescope.model.session.MaskOrigin.ARRAY_START);
        int[] trials = {1, 2, 3, 4, 5, 6, 7, 8};
        TrialMatchingLoss loss = TrialMatchingLoss.of(
                session, mask, trials, Configuration.defaults().loss().trial());
        double[] population = new double[trials.length * session.bins()];
        Arrays.setAll(population, i -> 5 + Math.sin(i));
        LossValue at = loss.evaluate(statistics(trials.length, session.bins(), population), workers);
        for (int i = 0; i < population.length; i++) {
            if (!mask.isValid(trials[i / session.bins()], i % session.bins())) {
                population[i] += 1000;
                assertEquals(0, Math.abs(at.gradient().population()[i]), "gradient of invalid bin " + i);
            }
        }
        assertEquals(
                at.value(),
                loss.evaluate(statistics(trials.length, session.bins(), population), workers)
                        .value(),
                1e-9);
    }

    private static RateStatistics statistics(int trials, int bins, double[] population) {
        return new RateStatistics(1, trials, bins, 1, new double[bins], population);
    }
}
