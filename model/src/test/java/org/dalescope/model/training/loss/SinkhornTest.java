package org.dalescope.model.training.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.simd.PaddedMatrix;
import org.dalescope.model.math.simd.WorkerThreads;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SinkhornTest {
    @AutoClose
    private final WorkerThreads workers = WorkerThreads.of(2);

    private TransportPlan solve(int n, double[] cost, double epsilon, int iterations, double tolerance) {
        return Sinkhorn.solve(PaddedMatrix.copyOf(n, n, cost), epsilon, iterations, tolerance, workers);
    }

    /** Printed by PyTorch: five log-domain iterations at epsilon 0.1. */
    @Test
    void fiveIterationsGivePyTorchsPlan() {
        double[] cost = {0.1, 1.2, 0.7, 0.9, 0.3, 1.1, 0.5, 0.8, 0.2};
        TransportPlan plan = solve(3, cost, 0.1, 5, 0);
        assertArrayEquals(
                new double[] {
                    0.32151762047628524, 6.537461194151485e-06, 0.001182736910231903,
                    0.0006772970329115099, 0.332651671747361, 0.00013603180850184628,
                    0.011138415824136555, 0.0006751241247781814, 0.3320145646145996
                },
                plan.plan(),
                1e-12);
        assertEquals(5, plan.iterations());
    }

    /** Costs of 21 at epsilon 0.1 underflow exp(-C / epsilon) in float32; the predecessor's plan was all zeros. */
    @Test
    void largeCostsAtASmallEpsilonGiveAWholePlan() {
        double[] cost = randomCost(40, 21);
        TransportPlan plan = solve(40, cost, 0.1, 5000, 1e-6);
        assertEquals(1, plan.total(), 1e-6);
        assertTrue(plan.marginalError() < 1e-5, () -> "marginal error " + plan.marginalError());
        assertTrue(plan.effectiveMatches() > 1 && plan.effectiveMatches() < 20);
    }

    /** With almost no entropy the plan of a cost whose diagonal is cheapest by far is the identity. */
    @Test
    void annealingFindsTheIdentity() {
        int n = 30;
        double[] cost = randomCost(n, 5);
        for (int i = 0; i < n; i++) {
            cost[i * n + i] = 0.1;
        }
        TransportPlan plan = Sinkhorn.solveRelative(PaddedMatrix.copyOf(n, n, cost), 0.01, 2000, 1e-4, workers);
        for (int i = 0; i < n; i++) {
            assertEquals(1.0 / n, plan.plan()[i * n + i], 1e-3 / n);
        }
        assertEquals(1, plan.effectiveMatches(), 0.01);
    }

    /** With a huge epsilon every pair is equally likely. */
    @Test
    void entropyAloneGivesTheUniformPlan() {
        TransportPlan plan = solve(8, randomCost(8, 2), 1e6, 50, 1e-12);
        for (double p : plan.plan()) {
            assertEquals(1.0 / 64, p, 1e-6);
        }
        assertEquals(8, plan.effectiveMatches(), 1e-3);
    }

    private static double[] randomCost(int n, double mean) {
        CounterRandom random = new CounterRandom(3);
        double[] cost = new double[n * n];
        for (int i = 0; i < cost.length; i++) {
            cost[i] = mean + random.uniform(i);
        }
        return cost;
    }
}
