package org.dalescope.model.math.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against SciPy 1.17: ttest_ind(equal_var=False) and pearsonr, with their confidence_interval(0.95). */
class IntervalsTest {
    @Test
    void welchsIntervalIsScipys() {
        WelchInterval interval =
                WelchInterval.of(new double[] {0.12, 0.31, -0.02, 0.25, 0.18}, new double[] {0.05, -0.1, 0.02});
        assertEquals(0.178, interval.difference(), 1e-12);
        assertEquals(-0.0014211493498995365, interval.low(), 1e-9);
        assertEquals(0.35742114934989955, interval.high(), 1e-9);
    }

    @Test
    void thereIsNoIntervalWithOneValueOrWithoutVariance() {
        assertTrue(Double.isNaN(
                WelchInterval.of(new double[] {1, 2}, new double[] {3}).low()));
        assertTrue(Double.isNaN(
                WelchInterval.of(new double[] {1, 1}, new double[] {3, 3}).low()));
        assertTrue(Double.isNaN(CorrelationInterval.of(new double[] {1, 2, 4}, new double[] {3, 1, 2})
                .low()));
    }

    @Test
    void theIntervalOfACorrelationIsScipys() {
        CorrelationInterval interval = CorrelationInterval.of(
                new double[] {1.0, 2.5, 3.1, 4.7, 5.2, 6.6}, new double[] {2.0, 1.1, 3.9, 3.3, 5.0, 4.1});
        assertEquals(0.7323618072617931, interval.r(), 1e-12);
        assertEquals(-0.19524402152897882, interval.low(), 1e-9);
        assertEquals(0.9683675518318603, interval.high(), 1e-9);
    }
}
