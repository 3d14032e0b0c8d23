package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.engine.libtorch.TensorEngine;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
    private static Configuration configuration(int epochs) {
        return Preset.named("psth-shape")
                .configuration()
                .with("training.epochs", Integer.toString(epochs))
                .with("training.trials_per_step", "0.5")
                .with("network.tau.learned", "unit");
    }

    private static Fit fit(Configuration configuration) {
        Session session = SmallSessions.small();
        return Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 3);
    }

    private static FitState run(Fit fit, int threads) {
        try (RecurrentEngine engine = new FusedEngine(threads)) {
            Trainer trainer = new Trainer(fit, engine);
            return trainer.run(trainer.start(), new FitControl(), _ -> {}).state();
        }
    }

    @Test
    void abortedTrialsAreInNoPartition() {
        Fit fit = fit(configuration(1));
        int kept = fit.split().train().length
                + fit.split().validation().length
                + fit.split().test().length;
        assertEquals(58, kept);
    }

    @Test
    void theLossFallsAndEveryParameterMovesAndDaleHolds() {
        Fit fit = fit(configuration(12));
        FitState end = run(fit, 1);
        List<EpochRecord> history = end.history();
        assertTrue(history.getLast().lNeuron() < 0.8 * history.getFirst().lNeuron());
        double[] start = start(fit);
        int n = fit.parameterisation().spec().units().units();
        int still = 0;
        for (int i = 0; i < start.length; i++) {
            still += start[i] == end.raw()[i] ? 1 : 0;
        }
        assertEquals(n, still, "only the masked diagonal stays");
        Network network = fit.parameterisation().network(end.raw());
        assertTrue(network.obeysDale());
        assertTrue(Arrays.stream(network.tauMs()).allMatch(tau -> tau > 10 && tau < 200));
        assertTrue(Arrays.stream(network.tauMs()).distinct().count() > 2);
    }

    private static double[] start(Fit fit) {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            return new Trainer(fit, engine).start().raw();
        }
    }

    @Test
    void stopAndResumeAtAnyEpochGiveTheSameBits() {
        Fit fit = fit(configuration(6));
        FitState whole = run(fit, 1);
        try (RecurrentEngine engine = new FusedEngine(2)) {
            FitState state = new Trainer(fit, engine).start();
            int rounds = 0;
            while (state.epoch() < 6) {
                FitControl stop = new FitControl();
                Trainer.Outcome outcome = new Trainer(fit, engine).run(state, stop, _ -> stop.raise());
                state = outcome.state();
                rounds++;
            }
            assertEquals(6, rounds);
            assertArrayEquals(whole.raw(), state.raw(), 0);
            assertArrayEquals(whole.bestRaw(), state.bestRaw(), 0);
            for (int epoch = 0; epoch < 6; epoch++) {
                assertEquals(
                        whole.history().get(epoch).loss(),
                        state.history().get(epoch).loss());
            }
        }
    }

    @Test
    void theNumberOfThreadsChangesNoBitOfAFit() {
        Fit fit = fit(configuration(3));
        FitState one = run(fit, 1);
        for (int threads : new int[] {2, 8}) {
            FitState more = run(fit, threads);
            assertArrayEquals(one.raw(), more.raw(), 0);
            assertEquals(
                    one.history().getLast().loss(), more.history().getLast().loss());
        }
    }

    /** Losses, workers and buffers belong to one fit each: nothing is shared that a neighbour could disturb. */
    @Test
    void twoFitsAtOnceAreEachWhatTheyAreAlone() throws Exception {
        Fit first = fit(configuration(5));
        Fit second = fit(configuration(5).with("loss.balancing", "fixed"));
        FitState firstAlone = run(first, 2);
        FitState secondAlone = run(second, 2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<FitState> one = both.submit(() -> run(first, 1));
            Future<FitState> other = both.submit(() -> run(second, 1));
            assertArrayEquals(firstAlone.raw(), one.get().raw(), 0);
            assertArrayEquals(secondAlone.raw(), other.get().raw(), 0);
        }
    }

    @Test
    void patienceEndsAFitEarly() {
        Fit fit = fit(configuration(200).with("training.patience", "1").with("training.learning_rate", "0.3"));
        try (RecurrentEngine engine = new FusedEngine(1)) {
            Trainer trainer = new Trainer(fit, engine);
            Trainer.Outcome outcome = trainer.run(trainer.start(), new FitControl(), _ -> {});
            assertEquals(Trainer.Ending.EARLY_STOPPED, outcome.ending());
            assertEquals(outcome.state().epoch() - 1, outcome.state().bestEpoch());
        }
    }

    /** The default recipe, and the same without recurrence, whose weights are 0 and not parameters. */
    @ParameterizedTest
    @ValueSource(strings = {"full", "none"})
    void theDefaultRecipeLowersItsLossAndMovesEveryParameter(String recurrent) {
        Configuration configuration = Configuration.defaults()
                .with("training.epochs", "12")
                .with("training.trials_per_step", "0.5")
                .with("network.recurrent.kind", recurrent);
        Fit fit = fit(configuration);
        FitState end = run(fit, 1);
        assertTrue(end.history().getLast().lNeuron() < end.history().getFirst().lNeuron());
        assertEquals(-end.history().get(end.bestEpoch() - 1).validationLoss(), end.bestScore());
        double[] start = start(fit);
        int n = fit.parameterisation().spec().units().units();
        int still = 0;
        for (int i = 0; i < start.length; i++) {
            still += start[i] == end.raw()[i] ? 1 : 0;
        }
        // With recurrence only the masked diagonal stays; without, a hidden unit changes no rate, so its bias and its
        // initial state stay.
        int hidden = n - fit.parameterisation().spec().units().recorded();
        assertEquals(recurrent.equals("full") ? n : 2 * hidden, still);
        Network network = fit.parameterisation().network(end.raw());
        assertEquals(recurrent.equals("none"), Arrays.stream(network.w()).allMatch(w -> w == 0));
        assertArrayEquals(end.raw(), run(fit, 2).raw(), 0, "threads change nothing");
    }

    @Test
    void theBestEpochIsTheOneWithTheBestValidationScore() {
        FitState end = run(fit(configuration(8)), 1);
        double best = end.history().stream()
                .mapToDouble(EpochRecord::validationPsthR)
                .max()
                .orElseThrow();
        assertEquals(best, end.bestScore());
        assertEquals(best, end.history().get(end.bestEpoch() - 1).validationPsthR());
    }

    /** L_neuron and L_reg through engine, parameterisation and tau, against finite differences of raw parameters. */
    @Test
    void theStepsGradientIsThatOfFiniteDifferences() {
        Fit fit = fit(configuration(1)
                .with("loss.trial.enabled", "off")
                .with("loss.neuron.sd_weight", "0.05")
                .with("loss.l2", "0.01"));
        Noise noise = new Noise(new CounterRandom(1), 0.1);
        int[] trials = Arrays.copyOf(fit.split().train(), 12);
        try (TensorEngine engine = new TensorEngine(Device.cpu(), 1, TensorEngine.Precision.DOUBLE)) {
            TrainingStep step = new TrainingStep(fit, engine, new StageTimer());
            double[] raw = new Trainer(fit, engine).start().raw();
            double[] gradient = step.evaluate(raw, trials, noise, 0, RunningLossMeans.none())
                    .gradient();
            double scale = GradientBalance.norm(gradient) / Math.sqrt(raw.length);
            for (int i = 1; i < raw.length; i += 7) {
                double want = difference(raw, i, r -> {
                    TrainingStep.Result at = step.evaluate(r, trials, noise, 0, RunningLossMeans.none());
                    return at.lNeuron() + at.lReg();
                });
                assertEquals(want, gradient[i], 1e-4 * scale, "raw parameter " + i);
            }
        }
    }

    /** One sweep for the sum of the losses gives what two sweeps apart give. */
    @Test
    void gradientsOfTheTwoLossesComeApartAndAddUp() {
        Fit apart = fit(configuration(1).with("loss.balancing", "gradient").with("loss.trial.scale", "0.5"));
        Fit fixed = fit(configuration(1).with("loss.balancing", "fixed").with("loss.trial.scale", "0.5"));
        Fit without = fit(configuration(1).with("loss.trial.enabled", "off"));
        Noise noise = new Noise(new CounterRandom(1), 0.1);
        int[] trials = Arrays.copyOf(apart.split().train(), 12);
        try (TensorEngine engine = new TensorEngine(Device.cpu(), 1, TensorEngine.Precision.DOUBLE)) {
            double[] raw = new Trainer(apart, engine).start().raw();
            TrainingStep.Result balanced = gradient(apart, engine, raw, trials, noise);
            double[] sum = gradient(fixed, engine, raw, trials, noise).gradient();
            double[] alone = gradient(without, engine, raw, trials, noise).gradient();
            double[] trial = new double[raw.length];
            Arrays.setAll(trial, i -> (sum[i] - alone[i]) / 0.5);
            double norm = GradientBalance.norm(trial);
            assertEquals(norm, balanced.balance().trialNorm(), 1e-9 * norm);
            double factor = 0.5 * balanced.balance().neuronNorm() / norm;
            for (int i = 0; i < raw.length; i++) {
                assertEquals(alone[i] + factor * trial[i], balanced.gradient()[i], 1e-7 * norm);
            }
        }
    }

    private static TrainingStep.Result gradient(
            Fit fit, RecurrentEngine engine, double[] raw, int[] trials, Noise noise) {
        return new TrainingStep(fit, engine, new StageTimer()).evaluate(raw, trials, noise, 0, RunningLossMeans.none());
    }

    private static double difference(double[] raw, int i, java.util.function.ToDoubleFunction<double[]> loss) {
        double h = 1e-5;
        double[] up = raw.clone();
        up[i] += h;
        double[] down = raw.clone();
        down[i] -= h;
        return (loss.applyAsDouble(up) - loss.applyAsDouble(down)) / (2 * h);
    }

    @Test
    void tooFewTrialsPerStepAreRefusedWithTheRemedy() {
        Fit fit = fit(configuration(1).with("loss.neuron.minimum_trials", "40"));
        try (RecurrentEngine engine = new FusedEngine(1)) {
            InputError refusal = assertThrows(InputError.class, () -> new Trainer(fit, engine));
            assertTrue(refusal.sentence().contains("training.trials_per_step"), refusal.sentence());
        }
    }

    @Test
    void aSilentNeuronDoesNotBreakTheFit() {
        Session session = SmallSessions.small();
        float[] rates = session.rates().clone();
        for (int i = 0; i < rates.length; i += session.neurons().size()) {
            rates[i] = 0;
        }
        Session silent = SmallSessions.withRates(session, rates);
        Configuration configuration = configuration(3);
        FitState end = run(Fit.of(silent, Fit.defaultSplit(silent, configuration), configuration, 3), 1);
        assertFalse(Double.isNaN(end.history().getLast().loss()));
        assertFalse(Double.isNaN(end.bestScore()));
    }

    /** Without 10 valid trials per bin psth_r is undefined, and an untrained network would be "the best". */
    @Test
    void aValidationPartTooSmallToScoreIsRefusedBeforeTheFit() {
        Fit fit = fit(configuration(1).with("data.validation_share", "0.05").with("loss.neuron.minimum_trials", "1"));
        try (RecurrentEngine engine = new FusedEngine(1)) {
            InputError refusal = assertThrows(InputError.class, () -> new Trainer(fit, engine));
            assertTrue(refusal.sentence().contains("data.validation_share"), refusal.sentence());
        }
    }

    /** Counted from time zero an aborted trial has valid bins before zero; it is aborted all the same. */
    @Test
    void abortedTrialsAreLeftOutUnderEitherMaskConvention() {
        for (String origin : List.of("array-start", "time-zero")) {
            Fit fit = fit(configuration(1).with("data.mask_origin", origin));
            int kept = fit.split().train().length
                    + fit.split().validation().length
                    + fit.split().test().length;
            assertEquals(58, kept, origin);
        }
        Fit all = fit(configuration(1).with("data.exclude_aborted", "off"));
        assertEquals(
                60,
                all.split().train().length
                        + all.split().validation().length
                        + all.split().test().length);
    }

    @Test
    void theFitsSeedDoesNotMoveTheSplit() {
        Session session = SmallSessions.small();
        Configuration configuration = configuration(1);
        assertEquals(
                Fit.defaultSplit(session, configuration).hash(),
                Fit.defaultSplit(session, configuration.with("training.epochs", "2"))
                        .hash());
        assertFalse(Fit.defaultSplit(session, configuration)
                .hash()
                .equals(Fit.defaultSplit(session, configuration.with("data.split_seed", "9"))
                        .hash()));
    }
}
