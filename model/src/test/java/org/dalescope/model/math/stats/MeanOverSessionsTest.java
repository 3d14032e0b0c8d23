package org.dalescope.model.math.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MeanOverSessionsTest {
    /** The interval is that of scipy.stats.t.interval. */
    @Test
    void theIntervalIsScipys() {
        MeanOverSessions mean = MeanOverSessions.of(new double[] {0.05, Double.NaN, -0.01, 0.03});
        assertEquals(3, mean.sessions());
        assertEquals(0.023333333333333334, mean.mean(), 1e-12);
        assertEquals(-0.052558327341455977, mean.low(), 1e-10);
        assertEquals(0.09922499400812264, mean.high(), 1e-10);
    }

    @Test
    void oneSessionHasNoInterval() {
        MeanOverSessions mean = MeanOverSessions.of(new double[] {0.05});
        assertEquals(0.05, mean.mean());
        assertEquals(Double.NaN, mean.low());
    }
}
