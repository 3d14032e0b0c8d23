package org.dalescope.model.analysis.population;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dalescope.model.analysis.circuit.ConstantInputDynamics;
import org.dalescope.model.analysis.core.FormulaNetwork;
import org.dalescope.model.network.Network;
import org.junit.jupiter.api.Test;

class FixedPointSearchTest {
    private static final double[] ALPHA = {0.3, 0.3};
    /** Two units that excite each other: x = 2 softplus(x) + b on the line where both are equal. */
    private static final Network PAIR = FormulaNetwork.of(2, 0, new double[] {0, 2, 2, 0}, ALPHA);

    /** Without weights x = drive, reached from anywhere, and J = diag(1 - a). */
    @Test
    void withoutWeightsTheDriveIsThePoint() {
        Network network = FormulaNetwork.of(1, 1, new double[4], new double[] {0.4, 0.7});
        List<FixedPoints.Found> found = FixedPoints.of(
                List.of(new double[] {5, -3}, new double[] {0, 0}),
                new ConstantInputDynamics(network, new double[] {0.7, -1.1}));
        assertEquals(1, found.size());
        assertEquals(2, found.getFirst().starts());
        assertArrayEquals(new double[] {0.7, -1.1}, found.getFirst().point().x(), 1e-8);
        assertArrayEquals(new double[] {0.6, 0.3}, found.getFirst().spectrum().real(), 1e-12);
    }

    /** Roots by SciPy's brentq, eigenvalues 1 - a +- a w sigmoid(x): {@code reference/analysis.py} among the test resources. */
    @Test
    void aStableAndAnUnstablePoint() {
        List<FixedPoints.Found> found = FixedPoints.of(
                List.of(new double[] {-3, -2.5}, new double[] {-1, -1.4}, new double[] {3, 2.5}),
                new ConstantInputDynamics(PAIR, new double[] {-2, -2}));
        assertEquals(2, found.size());
        FixedPoints.Found low = found.getFirst();
        assertEquals(2, low.starts());
        assertArrayEquals(
                new double[] {-1.648009078753091, -1.648009078753091},
                low.point().x(),
                1e-7);
        assertArrayEquals(
                new double[] {0.7968269259108889, 0.603173074089111},
                low.spectrum().real(),
                1e-8);
        FixedPoints.Found high = found.getLast();
        assertArrayEquals(
                new double[] {1.6480090787530914, 1.6480090787530914},
                high.point().x(),
                1e-7);
        assertArrayEquals(
                new double[] {1.2031730740891111, 0.1968269259108888},
                high.spectrum().real(),
                1e-8);
        assertEquals(1, high.spectrum().unstable());
    }

    /** Just beyond b = -2 ln 2, where the two points met at x = 0, q has its minimum there: |F - x| = sqrt(2) a (2 ln 2 + b). */
    @Test
    void wherePointsMetTheStateIsSlow() {
        FixedPointSearch.Point point = FixedPointSearch.from(
                new double[] {-1, -1}, new ConstantInputDynamics(PAIR, new double[] {-1.38, -1.38}));
        assertEquals(FixedPointSearch.Ending.SLOW, point.ending());
        assertArrayEquals(new double[] {0, 0}, point.x(), 1e-4);
        assertEquals(Math.sqrt(2) * 0.3 * (2 * Math.log(2) - 1.38), point.speed(), 1e-9);
    }
}
