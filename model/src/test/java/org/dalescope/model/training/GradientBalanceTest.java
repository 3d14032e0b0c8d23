package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GradientBalanceTest {
    private static final double[] NEURON = {3, 4};
    private static final double[] TRIAL = {0, -20};

    @Test
    void normsAreBalancedToTheScale() {
        GradientBalance balance = GradientBalance.of(NEURON, TRIAL, 0.5);
        // |g_neuron| = 5, |g_trial| = 20: the trial part gets norm 0.5 x 5.
        assertArrayEquals(new double[] {3, 4 - 2.5}, balance.total(), 1e-8);
        assertEquals(5, balance.neuronNorm(), 1e-12);
        assertEquals(20, balance.trialNorm(), 1e-12);
        assertEquals(-0.8, balance.cosine(), 1e-12);
    }

    @Test
    void clippingKeepsTheDirectionAndLeavesSmallGradientsAlone() {
        double[] large = {30, 40};
        GradientBalance.clip(large, 1);
        assertArrayEquals(new double[] {0.6, 0.8}, large, 1e-6);
        double[] small = {0.3, 0.4};
        GradientBalance.clip(small, 1);
        assertArrayEquals(new double[] {0.3, 0.4}, small, 0);
    }
}
