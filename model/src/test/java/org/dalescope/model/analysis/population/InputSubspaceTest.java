package org.dalescope.model.analysis.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.FormulaNetwork;
import org.dalescope.model.analysis.selectivity.FactorTrials;
import org.dalescope.model.common.InputError;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.TimeAxis;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;
import org.junit.jupiter.api.Test;

/** Sessions in which two inputs drive the neurons 0 and 1, and a factor changes one neuron. */
class InputSubspaceTest {
    private static final int TRIALS = 80;
    private static final int BINS = 20;

    /**
     * The session.
     *
     * @param changed neuron whose rate the factor changes
     * @param effect of the factor, sp/s
     * @param noise standard deviation over trials, sp/s
     */
    private static Session session(int neurons, int inputs, int changed, double effect, double noise, int seed) {
        CounterRandom random = new CounterRandom(seed);
        float[] rates = new float[TRIALS * BINS * neurons];
        float[] channels = new float[TRIALS * BINS * inputs];
        for (int trial = 0; trial < TRIALS; trial++) {
            for (int bin = 0; bin < BINS; bin++) {
                int row = trial * BINS + bin;
                for (int input = 0; input < inputs; input++) {
                    channels[row * inputs + input] = (float) Math.sin((input + 1) * 0.7 * bin);
                }
                for (int n = 0; n < neurons; n++) {
                    double rate = 40 + (n < inputs ? 10 * channels[row * inputs + n] : 0);
                    rate += n == changed && trial % 2 == 1 ? effect : 0;
                    rates[row * neurons + n] = (float) (rate + noise * random.gaussian((long) row * neurons + n));
                }
            }
        }
        return new Session(
                "two inputs",
                new SessionSource(Path.of("two"), "test", ""),
                new TimeAxis(25, 0, BINS, "start"),
                IntStream.range(0, neurons)
                        .mapToObj(n -> new Neuron(n, n == 2 ? NeuronType.INHIBITORY : NeuronType.EXCITATORY, ""))
                        .toList(),
                IntStream.range(0, inputs)
                        .mapToObj(k -> Channel.event("input" + k))
                        .toList(),
                List.of(new Factor(
                        "side",
                        Factor.Kind.CATEGORICAL,
                        IntStream.range(0, TRIALS).mapToDouble(t -> t % 2).toArray(),
                        Double.NaN,
                        Map.of())),
                IntStream.range(0, TRIALS).toArray(),
                IntStream.range(0, TRIALS).mapToDouble(t -> 25.0 * BINS).toArray(),
                rates,
                channels);
    }

    private static Session session(int neurons, int inputs, int changed, double effect, double noise) {
        return session(neurons, inputs, changed, effect, noise, 5);
    }

    private static Fit fit(Session session) {
        Configuration configuration = Configuration.defaults().with("data.test_share", "0.4");
        return Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
    }

    private static InputSubspace subspace(Fit fit) {
        // The averages need no network.
        FittedCircuit circuit = new FittedCircuit(
                List.of(new FittedNetwork(fit, FormulaNetwork.network())),
                fit.split().train());
        return InputSubspace.of(ConditionAverages.of(circuit), RecordedNeurons.of(fit.session()));
    }

    private static InputSubspace.Share share(Session session) {
        Fit fit = fit(session);
        return subspace(fit)
                .share(
                        FactorTrials.of(fit, fit.split().test(), "side").orElseThrow(),
                        RecordedNeurons.of(session),
                        session::rate);
    }

    @Test
    void theSubspaceIsThatOfTheDrivenNeurons() {
        InputSubspace subspace = subspace(fit(session(6, 2, 4, 5, 0)));
        assertEquals(2, subspace.size());
        for (double[] direction : subspace.potent()) {
            assertEquals(1, direction[0] * direction[0] + direction[1] * direction[1], 1e-9);
        }
    }

    @Test
    void factorAlongTheInputsIsPotentAndOneBesideThemIsNull() {
        assertEquals(1, share(session(6, 2, 1, 5, 0)).share(), 1e-6);
        assertEquals(0, share(session(6, 2, 4, 5, 0)).share(), 1e-6);
    }

    /**
     * Over 30 sessions with noise, the covariance is on average that without noise: 20 bins of 6 sp/s squared at neuron
     * 4, and 0 elsewhere. Noise alone would add 20 bins times 2 x 8^2 / 16 = 160 to every neuron.
     */
    @Test
    void noiseIsSubtracted() {
        double[] ones = {1, 1, 1, 1, 1, 1};
        double[] mean = new double[6];
        double noise = 0;
        for (int seed = 0; seed < 30; seed++) {
            Session session = session(6, 2, 4, 6, 8, seed);
            Fit fit = fit(session);
            FactorCovariance one = FactorCovariance.of(
                    FactorTrials.of(fit, fit.split().test(), "side").orElseThrow(),
                    RecordedNeurons.of(session),
                    ones,
                    session::rate);
            noise += one.noise() / 30;
            for (int n = 0; n < 6; n++) {
                mean[n] += one.covariance()[n][n] / 30;
            }
        }
        assertEquals(6 * 160, noise, 60);
        for (int n = 0; n < 6; n++) {
            assertEquals(n == 4 ? 720 : 0, mean[n], 60, "neuron " + n);
        }
    }

    @Test
    void factorWithoutEffectHasNoShare() {
        assertTrue(Double.isNaN(share(session(6, 2, 4, 0, 8)).share()));
    }

    /**
     * The averages vary along the neurons 0 and 1 only, so every random subspace of two directions is the potent one.
     * Directions drawn without regard to the covariance would have 2 of 6 parts of the variance.
     */
    @Test
    void randomSubspacesFollowTheCovariance() {
        InputSubspace.Share share = share(session(6, 2, 1, 5, 0));
        assertEquals(1, share.random(), 1e-6);
        assertEquals(1, share.low(), 1e-6);
    }

    /**
     * The jackknife against the spread of shares over 40 sessions with other noise, which is their standard error
     * itself. A jackknife errs on the safe side (Efron and Stein 1981), by up to the root of 2 for squares.
     */
    @Test
    void theErrorOfTheShareIsItsSpreadOverSessions() {
        double[] shares = new double[40];
        double errors = 0;
        for (int seed = 0; seed < shares.length; seed++) {
            Session session = session(6, 2, 1, 12, 4, seed);
            InputSubspace.Share share = share(session);
            shares[seed] = share.share();
            errors += share.error() / shares.length;
        }
        double mean = Arrays.stream(shares).average().orElseThrow();
        double spread = Math.sqrt(
                Arrays.stream(shares).map(v -> (v - mean) * (v - mean)).sum() / (shares.length - 1));
        // Noise in the training trials turns the directions a little.
        assertEquals(1, mean, 0.06);
        double ratio = errors / spread;
        assertTrue(ratio > 0.9 && ratio < 1.6, () -> "ratio " + ratio);
    }

    @Test
    void asManyInputsAsNeuronsAreRefused() {
        String sentence = assertThrows(InputError.class, () -> subspace(fit(session(4, 4, 1, 5, 0))))
                .sentence();
        assertEquals(
                "The session has 4 inputs and 4 neurons: input-null directions need more neurons than inputs.",
                sentence);
    }
}
