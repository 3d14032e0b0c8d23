package org.dalescope.model.analysis.perturbation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitSimulationTest {
    private static final Session SESSION = SmallSessions.small();
    private static final int[] TRIALS = IntStream.range(0, 37).map(i -> 59 - i).toArray();
    private static final Noise NOISE = new Noise(new CounterRandom(5), 0.4);
    private static final Network NETWORK = RandomCircuit.of(SESSION, 2, 1, 1);

    private static double[] simulated(Network network, Session session, int[] trials, int threads, String text) {
        try (WorkerThreads workers = WorkerThreads.of(threads)) {
            return new CircuitSimulation(network, session, trials, NOISE, workers).rates(PerturbationText.of(text));
        }
    }

    private static double[] simulated(String text) {
        return simulated(NETWORK, SESSION, TRIALS, 1, text);
    }

    private static void equalTheEngines(double[] rates, Network network, Session session, int[] trials) {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            float[] wanted = engine.rates(network, Batch.of(session, trials), NOISE);
            assertEquals(wanted.length, rates.length);
            for (int i = 0; i < wanted.length; i++) {
                assertEquals(wanted[i], rates[i], 1e-4 * Math.max(1, wanted[i]));
            }
        }
    }

    /** Even and odd numbers of units: the noise comes in pairs. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1", "2, 1, 2", "3, 1, 3"})
    void anIntactNetworkHasTheEnginesRates(int hiddenE, int hiddenI, long seed) {
        Network network = RandomCircuit.of(SESSION, hiddenE, hiddenI, seed);
        equalTheEngines(simulated(network, SESSION, TRIALS, 1, ""), network, SESSION, TRIALS);
        Network embedded = RandomCircuit.embedded(network, 5);
        equalTheEngines(simulated(embedded, SESSION, TRIALS, 1, ""), embedded, SESSION, TRIALS);
    }

    @Test
    void aPerturbationOfStrengthZeroIsTheIntactNetworkBitForBit() {
        double[] intact = simulated("");
        for (String nothing : new String[] {
            "silence I 0", "silence all 0; window 0:200", "drive E 0", "cut E->I 1; cut all->all 1; window 100:"
        }) {
            assertArrayEquals(intact, simulated(nothing), nothing);
        }
    }

    @Test
    void theBitsDependNeitherOnThreadsNorOnNeighbours() {
        String text = "silence I 0.5; drive hidden 0.3; cut E->E 0.5; lesion go_signal; window 0:300";
        double[] one = simulated(text);
        assertArrayEquals(one, simulated(NETWORK, SESSION, TRIALS, 3, text));
        int[] reversed = IntStream.range(0, 20).map(i -> TRIALS[19 - i]).toArray();
        double[] others = simulated(NETWORK, SESSION, reversed, 2, text);
        int perTrial = SESSION.bins() * NETWORK.size();
        for (int i = 0; i < 20; i++) {
            assertArrayEquals(
                    Arrays.copyOfRange(one, (19 - i) * perTrial, (20 - i) * perTrial),
                    Arrays.copyOfRange(others, i * perTrial, (i + 1) * perTrial));
        }
    }

    @Test
    void aCutIsTheEngineWithOtherWeightsAndADriveTheEngineWithAnotherBias() {
        int n = NETWORK.size();
        int e = NETWORK.units().excitatory();
        double[] w = NETWORK.w().clone();
        for (int i = 0; i < w.length; i++) {
            w[i] *= i / n >= e && i % n < e ? 0.25 : 1;
        }
        double[] b = NETWORK.b().clone();
        b[NETWORK.units().recordedUnit()[3]] += 0.7;
        int id = SESSION.neurons().get(3).id();
        equalTheEngines(
                simulated("cut E->I 0.25; drive ids:" + id + " 0.7"),
                RandomCircuit.with(NETWORK, w, b),
                SESSION,
                TRIALS);
    }

    @Test
    void aSilencedUnitIsAnEngineWithoutItsWeights() {
        int n = NETWORK.size();
        double[] w = NETWORK.w().clone();
        for (int i = 0; i < w.length; i++) {
            w[i] *= i % n >= NETWORK.units().excitatory() ? 0.4 : 1;
        }
        double[] rates = simulated("silence I 0.6");
        for (int i = 0; i < rates.length; i++) {
            rates[i] /= i % n >= NETWORK.units().excitatory() ? 0.4 : 1;
        }
        equalTheEngines(rates, RandomCircuit.with(NETWORK, w, NETWORK.b()), SESSION, TRIALS);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aLesionIsTheEngineOnASessionWithoutTheInput(boolean embedded) {
        Network network = embedded ? RandomCircuit.embedded(NETWORK, 4) : NETWORK;
        int channels = SESSION.channels().size();
        float[] inputs = SESSION.inputs().clone();
        for (int i = 1; i < inputs.length; i += channels) {
            inputs[i] = 0;
        }
        Session without = SmallSessions.withInputs(SESSION, inputs);
        String name = SESSION.channels().get(1).name();
        equalTheEngines(simulated(network, SESSION, TRIALS, 1, "lesion " + name), network, without, TRIALS);
    }

    /** Bins of 25 ms with centres from -187.5 ms: those of 0:100 are 8 to 11, and a current is felt from the next bin on. */
    @Test
    void aWindowActsInItsBinsAlone() {
        double[] intact = simulated("");
        double[] silent = simulated("silence all 1; window 0:100");
        double[] driven = simulated("drive all 1; window 0:100");
        int n = NETWORK.size();
        for (int i = 0; i < intact.length; i++) {
            int bin = i / n % SESSION.bins();
            if (bin < 8) {
                assertEquals(intact[i], silent[i]);
            } else if (bin < 12) {
                assertEquals(0, silent[i]);
            }
            if (bin <= 8) {
                assertEquals(intact[i], driven[i]);
            } else if (bin == 9) {
                assertTrue(driven[i] > intact[i]);
            }
        }
        assertFalse(Arrays.equals(intact, silent));
    }

    @Test
    void whatIsNotThereIsRefusedWithTheNearestName() {
        assertRefused("lesion go_signa", "go_signal");
        assertRefused("silence ids:99 1", "no recorded neuron with id 99");
        assertRefused("silence units:11 1", "0 to 10");
        assertRefused("silence I 1; window 9000:9100", "9000:9100");
    }

    private static void assertRefused(String text, String part) {
        InputError refusal = assertThrows(InputError.class, () -> simulated(text));
        assertTrue(refusal.sentence().contains(part), refusal.sentence());
    }

    @Test
    void softplusIsAccurateEverywhere() {
        // Python: math.log1p(math.exp(x)).
        assertEquals(9.357622968839737E-14, CircuitSimulation.softplus(-30), 1e-27);
        assertEquals(0.6931471805599453, CircuitSimulation.softplus(0), 1e-16);
        assertEquals(3.720075976020836E-44, CircuitSimulation.softplus(-100), 1e-58);
        assertEquals(800, CircuitSimulation.softplus(800));
        assertEquals(0, CircuitSimulation.softplus(-800));
    }
}
