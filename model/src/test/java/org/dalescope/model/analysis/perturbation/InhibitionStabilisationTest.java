package org.dalescope.model.analysis.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Far above 0 softplus is the identity, and the steady state of one E and one I unit with W = [[w, -v], [u, 0]] moves by (1 - W)^-1
 * times an added input: a current c into the I unit moves x_I by c (1 - w) / (1 - w + u v) and x_E by -c v / (1 - w + u v). So the
 * response is paradoxical exactly where the E unit alone is unstable (w > 1), whose eigenvalue is w - 1.
 */
class InhibitionStabilisationTest {
    private static final double V = 0.8;
    private static final double U = 0.8;
    private static final Session SESSION = SyntheticSession.of(new SyntheticSettings(4, 2, 4, 120, 25, 0, 3));

    @ParameterizedTest
    @CsvSource({"0.2", "0.6", "1.2", "1.4"})
    void aPairOfUnitsRespondsAsTheClosedFormSays(double w) {
        double determinant = 1 - w + U * V;
        Network network = RandomCircuit.pair(SESSION, new double[] {w, -V, U, 0}, 0, 0);
        double e = 60;
        double i = 80;
        network.b()[0] = e - w * e + V * i;
        network.b()[1] = i - U * e;
        network.h0()[0] = e;
        network.h0()[1] = i;
        int[] all = IntStream.range(0, SESSION.trials()).toArray();
        try (WorkerThreads workers = WorkerThreads.of(1)) {
            CircuitSimulation simulation = new CircuitSimulation(network, SESSION, all, Noise.none(), workers);
            double[] intact = simulation.intact();
            assertEquals(2 * e, intact[intact.length - 2], 1e-9);
            InhibitionStabilisation physiology = InhibitionStabilisation.of(
                    simulation,
                    ConditionAveragedRates.together(SESSION, SESSION.mask(MaskOrigin.ARRAY_START), all),
                    intact,
                    SESSION.time());
            assertEquals(w - 1, physiology.abscissa(), 1e-12);
            // The mean over later bins still holds the end of the transient.
            assertEquals(3 * (1 - w) / determinant, physiology.inhibitory(), 0.1);
            assertEquals(-2 * V / determinant, physiology.excitatory(), 0.1);
            assertEquals(w > 1, physiology.isParadoxical());
            // The last bin has settled.
            double[] driven = simulation.rates(PerturbationText.of("drive I 0.1"));
            int last = intact.length - 1;
            assertEquals(0.3 * (1 - w) / determinant, driven[last] - intact[last], 1e-5);
            assertEquals(-0.2 * V / determinant, driven[last - 1] - intact[last - 1], 1e-5);
        }
    }

    /** Where softplus has slope 1/2 (x = 0), the E unit's weight counts half. */
    @ParameterizedTest
    @CsvSource({"1.5, -0.25", "3, 0.5"})
    void slopesCountInStability(double w, double wanted) {
        Network network = RandomCircuit.pair(SESSION, new double[] {w, -V, U, 0}, 0, 0);
        assertEquals(wanted, InhibitionStabilisation.abscissa(network, new double[] {0.5, 0.5}), 1e-12);
    }
}
