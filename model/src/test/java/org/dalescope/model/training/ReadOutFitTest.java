package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.engine.libtorch.TensorEngine;
import org.dalescope.model.network.Initialisation;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.ParameterLayout.Block;
import org.dalescope.model.network.ParameterLayout.Name;
import org.dalescope.model.network.ReadOut;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits with a read-out. */
class ReadOutFitTest {
    private static Fit fit(Session session, String settings) {
        Configuration configuration = Preset.named("psth-shape")
                .configuration()
                .with("loss.neuron.kind", "correlation")
                .with("loss.neuron.minimum_trials", "2")
                .with("training.epochs", "3")
                .with("loss.l2", "0");
        for (String setting : settings.split(" ", -1)) {
            String[] parts = setting.split("=", -1);
            configuration = configuration.with(parts[0], parts[1]);
        }
        return Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 3);
    }

    private static Fit fit(String settings) {
        return fit(SmallSessions.small(), settings);
    }

    private static TrainingStep.Result evaluate(Fit fit, RecurrentEngine engine, double[] raw, int[] trials) {
        return new TrainingStep(fit, engine, new StageTimer())
                .evaluate(raw, trials, Noise.none(), 0, RunningLossMeans.none());
    }

    private static double[] start(Fit fit) {
        return Initialisation.of(fit.parameterisation(), fit.trainingRates(), fit.seed());
    }

    private static FitState run(Fit fit) {
        try (FusedEngine engine = new FusedEngine(1)) {
            Trainer trainer = new Trainer(fit, engine);
            return trainer.run(trainer.start(), new FitControl(), _ -> {}).state();
        }
    }

    /** Every parameter of the read-out, and the others' as far as it pulls at them; L_trial at 0 in its first epoch of two. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "loss.output.weight=0.7 loss.trial.enabled=off",
                "loss.output.weight=3 loss.output.channels=eye_y loss.trial.enabled=off loss.balancing=fixed",
                "loss.output.weight=2 network.gain=off loss.trial.enabled=off loss.activity.weight=0.3",
                "loss.output.weight=2 loss.neuron.kind=poisson loss.neuron.mask=none network.tau.learned=unit"
                        + " loss.balancing=fixed loss.trial_warmup_epochs=2"
            })
    void theGradientIsThatOfFiniteDifferencesOnBothEngines(String settings) {
        Fit fit = fit(settings);
        int[] trials = Arrays.copyOf(fit.split().train(), 24);
        try (TensorEngine exact = new TensorEngine(Device.cpu(), 1, TensorEngine.Precision.DOUBLE);
                FusedEngine fused = new FusedEngine(1)) {
            double[] raw = start(fit);
            double[] gradient = evaluate(fit, exact, raw, trials).gradient();
            double scale = GradientBalance.norm(gradient) / Math.sqrt(raw.length);
            int readOut = block(fit, Name.READ_OUT).offset();
            for (int i = 1; i < raw.length; i += i < readOut ? raw.length / 40 + 1 : 1) {
                double[] up = raw.clone();
                up[i] += 1e-5;
                double[] down = raw.clone();
                down[i] -= 1e-5;
                double rise =
                        objective(evaluate(fit, exact, up, trials)) - objective(evaluate(fit, exact, down, trials));
                assertEquals(rise / 2e-5, gradient[i], 2e-4 * scale, settings + ", raw parameter " + i);
            }
            double[] single = evaluate(fit, fused, raw, trials).gradient();
            for (int i = 0; i < raw.length; i++) {
                assertEquals(gradient[i], single[i], 1e-3 * scale + 1e-4 * Math.abs(gradient[i]), settings);
            }
        }
    }

    private static Block block(Fit fit, Name name) {
        return fit.parameterisation().layout().block(name).orElseThrow();
    }

    private static double objective(TrainingStep.Result at) {
        return at.lNeuron() + (Double.isNaN(at.lActivity()) ? 0 : at.lActivity()) + at.lOutput();
    }

    /** Weight x mean over valid bins and targets of (y - target)^2, by loops over the rates in sp/s. */
    @Test
    void theLossIsTheMeanSquaredErrorOfTheReadOutOfTheRates() {
        Fit fit = fit("loss.output.weight=0.7 loss.neuron.mask=none loss.trial.enabled=off");
        Session session = fit.session();
        int[] trials = Arrays.copyOf(fit.split().train(), 10);
        double[] raw = start(fit);
        Network network = fit.parameterisation().network(raw);
        ReadOut readOut = network.readOut().orElseThrow();
        double[][][] rates = PlainRecurrence.rates(fit, network, trials);
        double sum = 0;
        int count = 0;
        for (int k = 0; k < trials.length; k++) {
            int position = session.positions(trials)[k];
            for (int bin = 0; bin < session.bins(); bin++) {
                for (int d = 0; d < 2 && fit.mask().isValid(position, bin); d++) {
                    double y = readOut.bias()[d];
                    for (int unit = 0; unit < network.size(); unit++) {
                        y += readOut.weights()[d * network.size() + unit] * rates[k][bin][unit];
                    }
                    // The demo's last two channels are eye_x and eye_y.
                    double target = session.inputs()[(position * session.bins() + bin) * 9 + 7 + d];
                    sum += (y - target) * (y - target);
                    count++;
                }
            }
        }
        try (FusedEngine engine = new FusedEngine(1)) {
            assertEquals(0.7 * sum / count, evaluate(fit, engine, raw, trials).lOutput(), 1e-5);
        }
    }

    /** Whatever is balanced, L_output's gradient comes on top of it: equal steps of its weight are equal steps of the gradient. */
    @ParameterizedTest
    @ValueSource(strings = {"gradient", "loss-ema", "fixed"})
    void balancingLeavesItsWeightAlone(String balancing) {
        int[] trials = Arrays.copyOf(fit("loss.l2=0").split().train(), 24);
        try (FusedEngine engine = new FusedEngine(1)) {
            List<double[]> gradients = IntStream.of(1, 2, 4)
                    .mapToObj(weight -> fit("loss.balancing=" + balancing + " loss.output.weight=" + weight))
                    .map(fit -> evaluate(fit, engine, start(fit), trials).gradient())
                    .toList();
            double tolerance = 1e-5 * GradientBalance.norm(gradients.getLast());
            for (int i = 0; i < gradients.getFirst().length; i++) {
                double once = gradients.get(1)[i] - gradients.get(0)[i];
                assertEquals(2 * once, gradients.get(2)[i] - gradients.get(1)[i], tolerance);
            }
        }
    }

    /** The targets follow a cue that drives the network: the error falls, and I units are never read. */
    @Test
    void aDecodableTargetIsLearned() {
        Session session = following(SmallSessions.small());
        Fit fit = fit(session, "loss.output.weight=1 training.epochs=40 loss.trial.enabled=off");
        FitState end = run(fit);
        double first = end.history().getFirst().lOutput();
        double last = end.history().getLast().lOutput();
        assertTrue(last < 0.3 * first, first + " -> " + last);
        Network network = fit.parameterisation().network(end.raw());
        double[] weights = network.readOut().orElseThrow().weights();
        for (int i = 0; i < weights.length; i++) {
            boolean excitatory = network.units().isExcitatory(i % network.size());
            assertEquals(excitatory, weights[i] != 0, "unit " + i % network.size());
        }
        assertEquals(
                List.of(),
                FitOutcomeCheck.of(fit, start(fit), end).stream()
                        .map(Finding::code)
                        .filter(code -> code.equals("never-moved") || code.equals("dead-target"))
                        .toList());
    }

    /** Both eye channels slow copies of the fixation cue, of opposite signs. */
    private static Session following(Session session) {
        float[] inputs = session.inputs().clone();
        int perBin = session.channels().size();
        for (int trial = 0; trial < session.trials(); trial++) {
            double eye = 0;
            for (int bin = 0; bin < session.bins(); bin++) {
                int at = (trial * session.bins() + bin) * perBin;
                eye += 0.3 * (2 * inputs[at] - 1 - eye);
                inputs[at + 7] = (float) eye;
                inputs[at + 8] = (float) -eye;
            }
        }
        return SmallSessions.withInputs(session, inputs);
    }

    /** Off, there is nothing of it: no parameter, no number that differs; on, the others start as without it. */
    @Test
    void withWeightZeroThereIsNoReadOut() {
        Fit plain = fit("training.epochs=2");
        Fit off = fit("training.epochs=2 loss.output.weight=0 loss.output.channels=no-such-channel");
        FitState want = run(plain);
        FitState got = run(off);
        assertArrayEquals(want.raw(), got.raw(), 0);
        assertTrue(got.history().stream().allMatch(epoch -> Double.isNaN(epoch.lOutput())));
        assertTrue(off.parameterisation().network(got.raw()).readOut().isEmpty());
        Fit on = fit("loss.output.weight=1");
        double[] start = start(on);
        double[] without = start(plain);
        assertEquals(without.length, block(on, Name.READ_OUT).offset());
        assertArrayEquals(without, Arrays.copyOf(start, without.length), 0);
        assertEquals(2 * 8, block(on, Name.READ_OUT).length());
        assertArrayEquals(new double[2], Arrays.copyOfRange(start, start.length - 2, start.length));
    }

    @Test
    void aTargetThatIsNoContinuousInputIsRefusedWithThoseThereAre() {
        for (String name : List.of("eye_z", "go_signal", "")) {
            String sentence = refusal(fit("loss.output.weight=1 loss.output.channels=eye_x," + name));
            assertTrue(sentence.contains("'" + name + "'") && sentence.contains("there are: eye_x, eye_y."), sentence);
        }
        assertTrue(refusal(fit("loss.output.weight=1 loss.output.channels=eye_x,eye_x"))
                .contains("names a channel twice"));
        Session s = SmallSessions.small();
        Session events = new Session(
                s.name(),
                s.source(),
                s.time(),
                s.neurons(),
                s.channels().stream().map(c -> Channel.event(c.name())).toList(),
                s.factors(),
                s.trialIds(),
                s.durationMs(),
                s.rates(),
                s.inputs());
        assertTrue(refusal(fit(events, "loss.output.weight=1")).contains("it has none: set loss.output.weight=0."));
    }

    private static String refusal(Fit fit) {
        return assertThrows(InputError.class, fit::parameterisation).sentence();
    }

    @Test
    void aTargetThatNeverChangesIsReported() {
        Session session = SmallSessions.small();
        float[] inputs = session.inputs().clone();
        for (int i = 7; i < inputs.length; i += 9) {
            inputs[i] = 0;
        }
        Fit fit = fit(SmallSessions.withInputs(session, inputs), "loss.output.weight=1");
        Finding last = FitOutcomeCheck.of(fit, start(fit), run(fit)).getLast();
        assertEquals("dead-target", last.code());
        assertTrue(last.text().startsWith("Target eye_x of the read-out never changes"), last.text());
    }
}
