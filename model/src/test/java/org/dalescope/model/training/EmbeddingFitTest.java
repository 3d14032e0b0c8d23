package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.util.Arrays;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.engine.libtorch.TensorEngine;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.ParameterLayout.Name;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits whose inputs pass an embedding or get noise. */
class EmbeddingFitTest {
    private static Fit fit(String settings) {
        Session session = SmallSessions.small();
        Configuration configuration = Configuration.defaults()
                .with("loss.neuron.kind", "correlation")
                .with("loss.neuron.minimum_trials", "2")
                .with("training.epochs", "3")
                .with("loss.l2", "0.01");
        for (String setting : settings.split(" ", -1)) {
            String[] parts = setting.split("=", -1);
            configuration = configuration.with(parts[0], parts[1]);
        }
        return Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 3);
    }

    private static TrainingStep.Result evaluate(Fit fit, RecurrentEngine engine, double[] raw, int[] trials) {
        return new TrainingStep(fit, engine, new StageTimer())
                .evaluate(raw, trials, Noise.none(), 0, RunningLossMeans.none());
    }

    /** A whole step. Embedded inputs are floats: differences of the embedding's parameters have to be wider than the others'. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "network.embedding.kind=linear-relu network.embedding.dimension=11",
                "network.embedding.kind=attention network.embedding.dimension=6 network.embedding.heads=2"
            })
    void theGradientIsThatOfFiniteDifferencesOnBothEngines(String settings) {
        Fit fit = fit(settings + " loss.trial.enabled=off");
        int[] trials = Arrays.copyOf(fit.split().train(), 24);
        try (TensorEngine tensor = new TensorEngine(Device.cpu(), 1, TensorEngine.Precision.DOUBLE);
                FusedEngine fused = new FusedEngine(1)) {
            double[] raw = new Trainer(fit, tensor).start().raw();
            double[] gradient = evaluate(fit, tensor, raw, trials).gradient();
            double scale = GradientBalance.norm(gradient) / Math.sqrt(raw.length);
            int embedding = embeddingFrom(fit);
            for (int i = 1; i < raw.length; i += 9) {
                double h = i < embedding ? 1e-5 : 2e-4;
                double tolerance = i < embedding ? 2e-4 : 3e-3;
                double[] up = raw.clone();
                up[i] += h;
                double[] down = raw.clone();
                down[i] -= h;
                double rise =
                        objective(evaluate(fit, tensor, up, trials)) - objective(evaluate(fit, tensor, down, trials));
                assertEquals(rise / (2 * h), gradient[i], tolerance * scale, settings + ", raw parameter " + i);
            }
            double[] single = evaluate(fit, fused, raw, trials).gradient();
            for (int i = 0; i < raw.length; i++) {
                assertEquals(gradient[i], single[i], 1e-3 * scale + 1e-4 * Math.abs(gradient[i]), settings);
            }
        }
    }

    /** Where the embedding's parameters begin, which lie last. */
    private static int embeddingFrom(Fit fit) {
        return fit.parameterisation().layout().blocks().stream()
                .filter(b -> b.name() == Name.EMBEDDING_WEIGHTS || b.name() == Name.ATTENTION_WEIGHTS)
                .findFirst()
                .orElseThrow()
                .offset();
    }

    private static double objective(TrainingStep.Result at) {
        return at.lNeuron() + at.lReg();
    }

    /** The start of A u has the variance of one input; W_in keeps its own. */
    @Test
    void theStartHasUnitVariancePerInput() {
        Fit fit = fit("network.embedding.kind=linear-relu network.embedding.dimension=400");
        try (FusedEngine engine = new FusedEngine(1)) {
            double[] raw = new Trainer(fit, engine).start().raw();
            var layout = fit.parameterisation().layout();
            var block = layout.block(Name.EMBEDDING_WEIGHTS).orElseThrow();
            int channels = fit.session().channels().size();
            assertEquals(400 * channels, block.length());
            double variance = Arrays.stream(raw, block.offset(), block.offset() + block.length())
                    .map(a -> a * a)
                    .average()
                    .orElseThrow();
            assertEquals(1.0 / channels, variance, 0.05 / channels);
            Network network = fit.parameterisation().network(raw);
            assertEquals(400, network.channels());
            assertTrue(Arrays.stream(network.wIn()).allMatch(w -> Math.abs(w) <= 0.3));
        }
    }

    @Test
    void headsThatDoNotShareTheDimensionAreRefused() {
        Fit fit = fit("network.embedding.kind=attention network.embedding.dimension=10 network.embedding.heads=4");
        String sentence = assertThrows(InputError.class, fit::parameterisation).sentence();
        assertTrue(
                sentence.contains("network.embedding.dimension is 10")
                        && sentence.contains("network.embedding.heads (4)"),
                sentence);
    }

    /** Noise on inputs moves training and nothing else: the score of the same parameters is the same. */
    @Test
    void inputNoiseMovesTheStepsAndNotTheValidation() {
        Fit quiet = fit("network.input_noise_sd=0");
        Fit noisy = fit("network.input_noise_sd=0.5");
        try (FusedEngine one = new FusedEngine(1);
                FusedEngine three = new FusedEngine(3)) {
            FitState start = new Trainer(quiet, one).start();
            assertArrayEquals(start.raw(), new Trainer(noisy, one).start().raw(), 0);
            double[] end = run(noisy, one, start);
            assertFalse(Arrays.equals(end, run(quiet, one, start)));
            assertArrayEquals(end, run(noisy, three, start), 0);
            Network network = noisy.parameterisation().network(end);
            assertArrayEquals(
                    Validation.statistics(quiet, network, one).psth(),
                    Validation.statistics(noisy, network, one).psth(),
                    0);
        }
    }

    private static double[] run(Fit fit, RecurrentEngine engine, FitState start) {
        return new Trainer(fit, engine)
                .run(start, new FitControl(), _ -> {})
                .state()
                .raw();
    }
}
