package org.dalescope.model.math.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dalescope.model.math.random.CounterRandom;
import org.junit.jupiter.api.Test;

class PredictionIntervalTest {
    /** SciPy: mean -+ stats.t.ppf(0.95, 3) * std(ddof=1) * sqrt(1 + 1/4). */
    @Test
    void theIntervalIsScipys() {
        PredictionInterval interval = PredictionInterval.of(1.2, Double.NaN, -0.4, 2.5, 0.9);
        assertEquals(4, interval.n());
        assertEquals(1.05, interval.mean(), 1e-12);
        assertEquals(-2.081683365827029, interval.low(), 1e-9);
        assertEquals(4.18168336582703, interval.high(), 1e-9);
        assertTrue(Double.isNaN(PredictionInterval.of(3).low()));
        assertEquals(3, PredictionInterval.of(3).mean());
        assertTrue(Double.isNaN(PredictionInterval.of().mean()));
    }

    /** Nine of ten further normal numbers lie in the interval of four others. */
    @Test
    void aFurtherValueLiesInsideInNinetyPercent() {
        CounterRandom random = new CounterRandom(3);
        int inside = 0;
        int draws = 4000;
        for (int i = 0; i < draws; i++) {
            long at = 5L * i;
            PredictionInterval interval = PredictionInterval.of(
                    random.gaussian(at), random.gaussian(at + 1), random.gaussian(at + 2), random.gaussian(at + 3));
            double next = random.gaussian(at + 4);
            inside += next > interval.low() && next < interval.high() ? 1 : 0;
        }
        assertEquals(0.9, (double) inside / draws, 4 * Math.sqrt(0.09 / draws));
    }
}
