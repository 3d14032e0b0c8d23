package org.dalescope.model.analysis.circuit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.dalescope.model.analysis.core.FormulaNetwork;
import org.dalescope.model.math.linear.EigenvalueSpectrum;
import org.dalescope.model.network.Network;
import org.junit.jupiter.api.Test;

class ConstantInputDynamicsTest {
    private final Network network = FormulaNetwork.network();
    private final double[] x = {Math.sin(1), Math.sin(2), Math.sin(3), Math.sin(4), Math.sin(5)};

    @Test
    void theJacobianIsThatOfFiniteDifferences() {
        ConstantInputDynamics recurrence = new ConstantInputDynamics(network, new double[] {0.3, -0.2, 0.1, 0, 0.5});
        double[] jacobian = ConstantInputDynamics.jacobian(network, x);
        for (int from = 0; from < 5; from++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[from] += 1e-6;
            down[from] -= 1e-6;
            double[] high = recurrence.next(up);
            double[] low = recurrence.next(down);
            for (int to = 0; to < 5; to++) {
                assertEquals((high[to] - low[to]) / 2e-6, jacobian[to * 5 + from], 1e-8);
            }
        }
    }

    /** By NumPy: {@code reference/analysis.py} among the test resources. */
    @Test
    void eigenvaluesAndTimeScalesAreThoseOfNumPy() {
        EigenvalueSpectrum spectrum = EigenvalueSpectrum.of(ConstantInputDynamics.jacobian(network, x), 5);
        double[] modulus = new double[5];
        double[] ms = new double[5];
        double[] hz = new double[5];
        Arrays.setAll(modulus, spectrum::modulus);
        Arrays.setAll(ms, i -> spectrum.timeScaleMs(i, 25));
        Arrays.setAll(hz, i -> spectrum.frequencyHz(i, 25));
        assertArrayEquals(new double[] {0.75068348, 0.62098282, 0.52964004, 0.52964004, 0.43167196}, modulus, 1e-8);
        assertArrayEquals(new double[] {87.1775198, 52.47119769, 39.33553281, 39.33553281, 29.75874028}, ms, 1e-6);
        assertArrayEquals(new double[] {0, 0, 1.09743247, 1.09743247, 0}, hz, 1e-7);
    }
}
