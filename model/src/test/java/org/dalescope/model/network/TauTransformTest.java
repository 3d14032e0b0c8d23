package org.dalescope.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TauTransformTest {
    private final TauTransform map = new TauTransform(Math.log(10), Math.log(200));

    /** Far from the bounds softplus(x) is x above 0 and 0 below, and the map is the exponential. */
    @Test
    void awayFromTheBoundsTheParameterIsTheLogarithm() {
        assertEquals(45, map.tauMs(Math.log(45)), 1e-5);
        assertEquals(45, map.slopeMs(Math.log(45)), 1e-4);
    }

    /** At a bound softplus(0) / k = ln 2 / 10: tau is the bound x 2^(1/10), with half of the full slope. */
    @Test
    void atTheBoundsItBendsOver() {
        double bent = Math.pow(2, 0.1);
        assertEquals(10 * bent, map.tauMs(Math.log(10)), 1e-9);
        assertEquals(0.5 * 10 * bent, map.slopeMs(Math.log(10)), 1e-9);
        assertEquals(200 / bent, map.tauMs(Math.log(200)), 1e-9);
        for (double raw = -3; raw < 12; raw += 0.1) {
            // To the last digit: 200 itself is reached where the exponential no longer tells it from its bound.
            assertTrue(map.tauMs(raw) > 10 - 1e-12 && map.tauMs(raw) < 200 + 1e-12, "within its bounds at " + raw);
        }
    }

    @Test
    void theInverseComesBackAndTheSlopeIsTheDerivative() {
        for (double tau : new double[] {10.01, 10.5, 12, 30, 60, 150, 190, 199.9}) {
            double raw = map.raw(tau);
            assertEquals(tau, map.tauMs(raw), 1e-9 * tau);
            double h = 1e-6;
            double slope = (map.tauMs(raw + h) - map.tauMs(raw - h)) / (2 * h);
            assertEquals(slope, map.slopeMs(raw), 1e-6 * Math.max(1, slope));
        }
    }
}
