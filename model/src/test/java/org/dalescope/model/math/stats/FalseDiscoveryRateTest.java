package org.dalescope.model.math.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FalseDiscoveryRateTest {
    /** The values are those of scipy.stats.false_discovery_control. */
    @Test
    void qIsScipys() {
        double[] q = FalseDiscoveryRate.q(new double[] {0.01, 0.04, 0.03, 0.005, 0.5, 0.04});
        assertArrayEquals(new double[] {0.03, 0.048, 0.048, 0.03, 0.5, 0.048}, q, 1e-12);
    }

    @Test
    void aTestThatIsNotDefinedDoesNotCount() {
        double[] q = FalseDiscoveryRate.q(new double[] {0.01, Double.NaN, 0.04});
        assertArrayEquals(new double[] {0.02, Double.NaN, 0.04}, q, 1e-12);
    }

    /** z = (2.1 - 0.4 + 1.3) / sqrt(3); p is twice scipy.stats.norm.sf(z). */
    @Test
    void stoufferIsScipys() {
        Stouffer test = Stouffer.of(new double[] {2.1, -0.4, 1.3});
        assertEquals(1.7320508075688774, test.z(), 1e-12);
        assertEquals(0.0832645166635504, test.p(), 1e-12);
        assertEquals(Double.NaN, Stouffer.of(new double[0]).p());
    }
}
