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
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.engine.libtorch.TensorEngine;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a step minimises, by setting: against plain loops over rates, and its gradient against finite differences. */
class ObjectiveTest {
    private static final Noise SILENCE = new Noise(new CounterRandom(1), 0);

    private static Configuration with(String settings) {
        Configuration configuration = Preset.named("psth-shape")
                .configuration()
                .with("loss.trial.enabled", "off")
                .with("loss.l2", "0")
                .with("loss.neuron.minimum_trials", "2");
        for (String setting : settings.split(" ", -1)) {
            String[] parts = setting.split("=", 2);
            configuration = configuration.with(parts[0], parts[1]);
        }
        return configuration;
    }

    private static Fit fit(String settings) {
        Session session = SmallSessions.small();
        Configuration configuration = with(settings);
        return Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 3);
    }

    private static TrainingStep.Result evaluate(Fit fit, RecurrentEngine engine, double[] raw, int[] trials) {
        return evaluate(fit, engine, raw, trials, 0, RunningLossMeans.none());
    }

    private static TrainingStep.Result evaluate(
            Fit fit, RecurrentEngine engine, double[] raw, int[] trials, int epoch, RunningLossMeans means) {
        return new TrainingStep(fit, engine, new StageTimer()).evaluate(raw, trials, SILENCE, epoch, means);
    }

    private static double objective(TrainingStep.Result at) {
        return at.lNeuron() + at.lReg() + (Double.isNaN(at.lActivity()) ? 0 : at.lActivity());
    }

    @Test
    void theSparsityOfEvenSeedsIsTheirOwn() {
        Fit odd = fit("loss.l2=0 loss.sparsity=0.1 loss.sparsity_even_seeds=0.3");
        Fit even = Fit.of(odd.session(), odd.split(), odd.configuration(), 2);
        Fit same = Fit.of(odd.session(), odd.split(), odd.configuration().with("loss.sparsity_even_seeds", "-1"), 2);
        assertEquals(1, odd.seed() % 2);
        int[] trials = Arrays.copyOf(odd.split().train(), 24);
        try (FusedEngine engine = new FusedEngine(1)) {
            double[] raw = new Trainer(odd, engine).start().raw();
            double penalty = evaluate(odd, engine, raw, trials).lReg();
            assertTrue(penalty > 0);
            assertEquals(3 * penalty, evaluate(even, engine, raw, trials).lReg(), 1e-12);
            assertEquals(penalty, evaluate(same, engine, raw, trials).lReg(), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loss.neuron.kind=poisson",
                "loss.neuron.kind=rates",
                "loss.neuron.kind=rates loss.neuron.conditions=location network.embedding.kind=delays",
                "loss.neuron.kind=rates network.recurrent.kind=none loss.l2=0.3",
                "loss.l2=0.3 network.inputs.rules=target_loc_*=share0.5,go_signal=I,reward_on=none",
                "network.embedding.kind=delays network.inputs.rules=target_loc_*=field,eye_*=3",
                "loss.neuron.kind=hybrid loss.neuron.hybrid_weight=0.3",
                "loss.neuron.kind=conditions",
                "loss.neuron.kind=conditions loss.neuron.mask=none loss.neuron.sd_weight=0.05",
                "loss.neuron.kind=poisson loss.neuron.mask=none loss.activity.weight=0.1",
                "loss.activity.weight=0.5 loss.activity.lowest=8 loss.activity.highest=12",
                "loss.activity.weight=0.5 loss.balancing=fixed",
                "loss.neuron.z_floor=2",
                "loss.sparsity=0.1 loss.l2=0.01",
                "data.perturbed.factor=reward data.perturbed.levels=reward data.perturbed.learn=on data.perturbed.window=0:100 loss.l2=0.1",
                "data.neuron_types=0-3=U loss.l2=0.1",
                "data.neuron_types=0-3=U network.recurrent.kind=low-rank-factors network.recurrent.rank=2",
                "network.recurrent.kind=low-rank-factors network.recurrent.rank=2 loss.sparsity=0.1",
                "network.recurrent.kind=low-rank-product network.recurrent.rank=2 network.tau.learned=unit"
            })
    void theGradientIsThatOfFiniteDifferencesOnBothEngines(String settings) {
        Fit fit = fit(settings);
        int[] trials = Arrays.copyOf(fit.split().train(), 24);
        try (TensorEngine exact = new TensorEngine(Device.cpu(), 1, TensorEngine.Precision.DOUBLE);
                FusedEngine fused = new FusedEngine(1)) {
            double[] raw = new Trainer(fit, exact).start().raw();
            double[] gradient = evaluate(fit, exact, raw, trials).gradient();
            double scale = GradientBalance.norm(gradient) / Math.sqrt(raw.length);
            for (int i = 1; i < raw.length; i += raw.length / 40 + 1) {
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

    /** Spec: mean over valid bins of r - y log(r + 1e-8) in counts per bin, by loops over the rates. */
    @Test
    void thePoissonLossIsTheMeanOverValidBinsOfTheLikelihood() {
        Fit fit = fit("loss.neuron.kind=poisson");
        int[] trials = Arrays.copyOf(fit.split().train(), 10);
        try (FusedEngine engine = new FusedEngine(1)) {
            double[] raw = new Trainer(fit, engine).start().raw();
            double sum = 0;
            int valid = 0;
            Mask mask = fit.mask();
            Session session = fit.session();
            double[][][] rates = rates(fit, raw, trials);
            int[] positions = session.positions(trials);
            for (int k = 0; k < trials.length; k++) {
                for (int bin = 0; bin < session.bins(); bin++) {
                    if (mask.isValid(positions[k], bin)) {
                        valid++;
                        for (int n = 0; n < session.neurons().size(); n++) {
                            double c = rates[k][bin][n] * 0.025;
                            double y = session.rate(positions[k], bin, n) * 0.025;
                            sum += (c - y * Math.log(c + 1e-8))
                                    / session.neurons().size();
                        }
                    }
                }
            }
            assertEquals(sum / valid, evaluate(fit, engine, raw, trials).lNeuron(), 1e-5);
        }
    }

    /**
     * The terms of 'rates' by their definitions, one at a time and summed: the likelihood divided by each neuron's mean
     * count, and the residuals divided by the variance over trials and multiplied by the trials of the step.
     */
    @Test
    void theRatesLossIsTheSumOfItsTermsByDefinition() {
        String only = "loss.neuron.kind=rates loss.neuron.conditions=all loss.neuron.mean_weight=0"
                + " loss.neuron.smoothing_ms=0 loss.neuron.shape_weight=0 ";
        Fit likelihood = fit(only + "loss.neuron.residual_weight=0 loss.neuron.likelihood_weight=2");
        Fit residual = fit(only + "loss.neuron.residual_weight=0.5 loss.neuron.likelihood_weight=0");
        Fit both = fit(only + "loss.neuron.residual_weight=0.5 loss.neuron.likelihood_weight=2");
        int[] trials = Arrays.copyOf(both.split().train(), 24);
        try (FusedEngine engine = new FusedEngine(1)) {
            double[] raw = new Trainer(both, engine).start().raw();
            Session session = both.session();
            Mask mask = both.mask();
            double[][][] rates = rates(both, raw, trials);
            int[] positions = session.positions(trials);
            int[] training = session.positions(both.split().train());
            int neurons = session.neurons().size();
            double bits = 0;
            double squares = 0;
            int valid = 0;
            int bins = 0;
            for (int bin = 0; bin < session.bins(); bin++) {
                int reaching = 0;
                for (int k = 0; k < trials.length; k++) {
                    reaching += mask.isValid(positions[k], bin) ? 1 : 0;
                }
                valid += reaching;
                bins += reaching >= 2 ? 1 : 0;
                for (int n = 0; n < neurons; n++) {
                    double count = both.trainingRates()[n] * 0.025;
                    double model = 0;
                    double data = 0;
                    for (int k = 0; k < trials.length; k++) {
                        if (mask.isValid(positions[k], bin)) {
                            double c = rates[k][bin][n] * 0.025;
                            double y = session.rate(positions[k], bin, n) * 0.025;
                            bits += (c - y * Math.log(c + 1e-8)) / count / neurons;
                            model += c / 0.025 / reaching;
                            data += y / 0.025 / reaching;
                        }
                    }
                    if (reaching >= 2) {
                        double variance = smoothedVariance(both, training, bin, n);
                        squares += (model - data) * (model - data) * reaching / variance / neurons;
                    }
                }
            }
            double wantLikelihood = 2 * bits / valid;
            double wantResidual = 0.5 * squares / bins;
            assertEquals(
                    wantLikelihood, evaluate(likelihood, engine, raw, trials).lNeuron(), 1e-4 * wantLikelihood);
            assertEquals(wantResidual, evaluate(residual, engine, raw, trials).lNeuron(), 1e-4 * wantResidual);
            assertEquals(
                    wantLikelihood + wantResidual,
                    evaluate(both, engine, raw, trials).lNeuron(),
                    1e-4 * (wantLikelihood + wantResidual));
        }
    }

    /** The variance over training trials, averaged over the neighbouring bins with Gaussian weights, with its floor. */
    private static double smoothedVariance(Fit fit, int[] training, int at, int neuron) {
        Session session = fit.session();
        int last = session.bins() - 1;
        double sum = 0;
        double weights = 0;
        for (int i = -4; i <= 4; i++) {
            int bin = Math.clamp(at + i, 0, last);
            double[] rates = Arrays.stream(training)
                    .filter(trial -> fit.mask().isValid(trial, bin))
                    .mapToDouble(trial -> session.rate(trial, bin, neuron))
                    .toArray();
            double mean = Arrays.stream(rates).average().orElse(0);
            double variance =
                    Arrays.stream(rates).map(r -> (r - mean) * (r - mean)).sum() / (rates.length - 1);
            sum += Math.exp(-i * i / 2.0) * variance;
            weights += Math.exp(-i * i / 2.0);
        }
        return Math.max(sum / weights, 0.02 * fit.trainingRates()[neuron] / 0.025);
    }

    @Test
    void theHybridIsTheWeightedSum() {
        try (FusedEngine engine = new FusedEngine(1)) {
            Fit poisson = fit("loss.neuron.kind=poisson");
            int[] trials = Arrays.copyOf(poisson.split().train(), 24);
            double[] raw = new Trainer(poisson, engine).start().raw();
            double p = evaluate(poisson, engine, raw, trials).lNeuron();
            double c = evaluate(fit("loss.neuron.kind=correlation"), engine, raw, trials)
                    .lNeuron();
            Fit hybrid = fit("loss.neuron.kind=hybrid loss.neuron.hybrid_weight=0.3");
            assertEquals(
                    0.3 * p + 0.7 * c, evaluate(hybrid, engine, raw, trials).lNeuron(), 1e-6);
        }
    }

    /** The mean of the correlation losses of the conditions' trials, each by itself. */
    @Test
    void conditionsAreTheMeanOfTheirOwnCorrelationLosses() {
        Fit conditions = fit("loss.neuron.kind=conditions loss.neuron.conditions=location");
        Fit plain = fit("loss.neuron.kind=correlation");
        int[] trials = Arrays.copyOf(conditions.split().train(), 36);
        try (FusedEngine engine = new FusedEngine(1)) {
            double[] raw = new Trainer(conditions, engine).start().raw();
            List<int[]> groups = NeuronObjective.conditions(conditions, trials);
            assertTrue(groups.size() > 1, "the demo has several locations");
            double want = groups.stream()
                    .mapToDouble(ids -> evaluate(plain, engine, raw, ids).lNeuron())
                    .average()
                    .orElseThrow();
            assertEquals(want, evaluate(conditions, engine, raw, trials).lNeuron(), 1e-5);
        }
    }

    @Test
    void anUnknownFactorIsRefusedWithThoseThereAre() {
        Fit fit = fit("loss.neuron.kind=conditions loss.neuron.conditions=location*colour");
        try (FusedEngine engine = new FusedEngine(1)) {
            String sentence = assertThrows(InputError.class, () -> new Trainer(fit, engine))
                    .sentence();
            assertTrue(sentence.contains("'colour'") && sentence.contains("location"), sentence);
        }
    }

    /** Spec: lambda ((mean r - target) / target)^2 and what lies outside the range, by loops over the rates. */
    @Test
    void theActivityLossLooksAtTheMeanRateOfEveryUnit() {
        Fit fit = fit("loss.activity.weight=0.5 loss.activity.lowest=9 loss.activity.highest=11");
        int[] trials = Arrays.copyOf(fit.split().train(), 10);
        try (FusedEngine engine = new FusedEngine(1)) {
            double[] raw = new Trainer(fit, engine).start().raw();
            Network network = fit.parameterisation().network(raw);
            double[] mean = new double[network.size()];
            int valid = 0;
            double[][][] rates = PlainRecurrence.rates(fit, network, trials);
            for (int k = 0; k < trials.length; k++) {
                int position = fit.session().positions(trials)[k];
                for (int bin = 0; bin < fit.session().bins(); bin++) {
                    if (fit.mask().isValid(position, bin)) {
                        valid++;
                        for (int unit = 0; unit < mean.length; unit++) {
                            mean[unit] += rates[k][bin][unit];
                        }
                    }
                }
            }
            double value = 0;
            double all = 0;
            for (double sum : mean) {
                double r = sum / valid;
                all += r / mean.length;
                value += (Math.pow(Math.max(0, 9 - r) / 9, 2) + Math.pow(Math.max(0, r - 11) / 11, 2)) / mean.length;
            }
            value += Math.pow((all - 10) / 10, 2);
            assertEquals(0.5 * value, evaluate(fit, engine, raw, trials).lActivity(), 1e-4);
        }
    }

    /** g / mean(L): with fresh means each loss is divided by itself; L_trial rises from 0 over its epochs. */
    @Test
    void lossEmaDividesEveryLossByItsRunningMeanAndLTrialRises() {
        String on = "loss.trial.enabled=on loss.trial.scale=0.5 ";
        Fit ema = fit(on + "loss.balancing=loss-ema loss.ema_decay=0.9");
        Fit rising = fit(on + "loss.balancing=fixed loss.trial_warmup_epochs=4");
        Fit alone = fit("loss.balancing=fixed");
        int[] trials = Arrays.copyOf(ema.split().train(), 24);
        try (FusedEngine engine = new FusedEngine(1)) {
            double[] raw = new Trainer(ema, engine).start().raw();
            double[] neuron = evaluate(alone, engine, raw, trials).gradient();
            double[] sum = evaluate(rising, engine, raw, trials, 4, RunningLossMeans.none())
                    .gradient();
            double[] trial = difference(sum, neuron, 1 / 0.5);
            TrainingStep.Result half = evaluate(rising, engine, raw, trials, 2, RunningLossMeans.none());
            assertEquals(0.25, half.trialScale());
            assertClose(plus(neuron, 0.25, trial), half.gradient());
            assertArrayEquals(
                    neuron,
                    evaluate(rising, engine, raw, trials, 0, RunningLossMeans.none())
                            .gradient(),
                    1e-7);

            TrainingStep.Result first = evaluate(ema, engine, raw, trials, 0, new RunningLossMeans(2, 30));
            double meanNeuron = 0.9 * 2 + 0.1 * first.lNeuron();
            double meanTrial = 0.9 * 30 + 0.1 * first.lTrial();
            assertEquals(meanNeuron, first.means().neuron(), 1e-12);
            assertEquals(meanTrial, first.means().trial(), 1e-12);
            double[] scaled = plus(new double[neuron.length], 1 / meanNeuron, neuron);
            assertClose(plus(scaled, 0.5 / meanTrial, trial), first.gradient());
        }
    }

    private static void assertClose(double[] want, double[] got) {
        assertArrayEquals(want, got, 1e-4 * GradientBalance.norm(want));
    }

    private static double[] difference(double[] a, double[] b, double factor) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - b[i]) * factor)
                .toArray();
    }

    private static double[] plus(double[] a, double factor, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> a[i] + factor * b[i])
                .toArray();
    }

    /** Rates of the recorded neurons. */
    private static double[][][] rates(Fit fit, double[] raw, int[] trials) {
        Network network = fit.parameterisation().network(raw);
        double[][][] all = PlainRecurrence.rates(fit, network, trials);
        int[] recorded = network.units().recordedUnit();
        return Arrays.stream(all)
                .map(trial -> Arrays.stream(trial)
                        .map(bin ->
                                Arrays.stream(recorded).mapToDouble(u -> bin[u]).toArray())
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }
}
