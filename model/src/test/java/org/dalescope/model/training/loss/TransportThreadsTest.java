package org.dalescope.model.training.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.TrialLossSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The number of threads changes no bit, nor does the compiler that comes in between. */
class TransportThreadsTest {
    private static final int TRIALS = 301;
    private static final int BINS = 37;

    @ParameterizedTest
    @CsvSource({
        "own,absolute,0.1,euclidean,sinkhorn",
        "data,absolute,0.1,euclidean,sinkhorn",
        "data,median-cost,0.02,euclidean,sinkhorn",
        "data,median-cost,0.02,mse,sinkhorn",
        "data,median-cost,0.02,poisson,sinkhorn",
        "data,median-cost,0.02,poisson,exact",
        "own,absolute,0.1,mse,exact"
    })
    void theNumberOfThreadsChangesNoBit(String scoring, String unit, String epsilon, String distance, String matching) {
        TrialLossSettings settings = Configuration.defaults()
                .with("loss.trial.distance", distance)
                .with("loss.trial.matching", matching)
                .with("loss.trial.z_scoring", scoring)
                .with("loss.trial.epsilon_unit", unit)
                .with("loss.trial.epsilon", epsilon)
                .with("loss.trial.iterations", "60")
                .loss()
                .trial();
        Random random = new Random(4);
        double[] mask = new double[TRIALS * BINS];
        Arrays.fill(mask, 1);
        double[] data = random.doubles(mask.length, 1, 9).toArray();
        double[] model = random.doubles(mask.length, 1, 9).toArray();
        TrialMatchingLoss loss = TrialMatchingLoss.of(mask, data, BINS, 25, settings);
        RateStatistics statistics = new RateStatistics(1, TRIALS, BINS, 1, new double[BINS], model);
        TrialMatchingLoss.Matched once = evaluate(loss, statistics, 1);
        for (int threads : new int[] {2, 8, 1}) {
            TrialMatchingLoss.Matched again = evaluate(loss, statistics, threads);
            assertEquals(once.loss().value(), again.loss().value());
            assertEquals(once.plan().marginalError(), again.plan().marginalError());
            assertEquals(once.plan().effectiveMatches(), again.plan().effectiveMatches());
            assertEquals(once.plan().iterations(), again.plan().iterations());
            assertArrayEquals(
                    once.loss().gradient().population(), again.loss().gradient().population());
        }
    }

    private static TrialMatchingLoss.Matched evaluate(TrialMatchingLoss loss, RateStatistics statistics, int threads) {
        try (WorkerThreads workers = WorkerThreads.of(threads)) {
            return loss.evaluateWithPlan(statistics, workers);
        }
    }
}
