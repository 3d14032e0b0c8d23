package org.dalescope.model.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalescope.model.common.Lazy;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.engine.Trace;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.NetworkGradient;
import org.dalescope.model.network.Parameterisation;
import org.dalescope.model.settings.GradientBalancing;
import org.dalescope.model.settings.LearnedTau;
import org.dalescope.model.settings.LossSettings;
import org.dalescope.model.training.StageTimer.Stage;
import org.dalescope.model.training.loss.LossValue;
import org.dalescope.model.training.loss.TrialMatchingLoss.Matched;

/** Computes the losses of a training step and their gradient on some of the training trials. */
final class TrainingStep {
    private final Fit fit;
    private final RecurrentEngine engine;
    private final StageTimer clock;
    private final Lazy<NeuronScales> scales;
    private final Parameterisation parameterisation;
    private Optional<StepData> last = Optional.empty();

    TrainingStep(Fit fit, RecurrentEngine engine, StageTimer clock) {
        this.fit = fit;
        this.engine = engine;
        this.clock = clock;
        this.scales = Lazy.of(() -> NeuronScales.of(fit));
        this.parameterisation = fit.parameterisation();
    }

    /**
     * The result of a training step.
     *
     * @param lActivity NaN if L_activity is off
     * @param lOutput NaN if L_output is off
     * @param trialScale L_trial's scale in this epoch
     * @param means running means of the losses, including this step
     * @param gradient balanced gradient with L_reg, not yet clipped
     * @param psth the model's PSTH on this step's trials, {@code [bin][neuron]}
     * @param transportError error of the transport plan; NaN if L_trial is off
     */
    record Result(
            double lNeuron,
            double lTrial,
            double lReg,
            double lActivity,
            double lOutput,
            double trialScale,
            RunningLossMeans means,
            GradientBalance balance,
            double[] gradient,
            double[] psth,
            int[] trialsPerBin,
            double transportError,
            double effectiveMatches) {}

    /**
     * Computes the losses and the gradient.
     *
     * @param epoch epoch, starting from 0, for the rise of L_trial's scale
     * @param before running means of the losses before this step
     */
    Result evaluate(double[] raw, int[] trialIds, Noise noise, int epoch, RunningLossMeans before) {
        Network network = parameterisation.network(raw);
        StepData data = data(trialIds);
        clock.lap(Stage.LOSSES);
        try (Trace trace = engine.forward(network, data.batch(), noise, data.plan())) {
            clock.lap(Stage.FORWARD);
            RateStatistics statistics = trace.statistics();
            LossValue neuron = data.neuronLoss().evaluate(statistics, engine.workers());
            Optional<Matched> trial = data.trialLoss().map(l -> l.evaluateWithPlan(statistics, engine.workers()));
            Optional<LossValue> activity = data.activityLoss().map(l -> l.evaluate(statistics, engine.workers()));
            Optional<LossValue> output = data.outputLoss().map(l -> l.evaluate(statistics, engine.workers()));
            trial.ifPresent(matched -> matched.plan().release(engine.workers().pool()));
            clock.lap(Stage.LOSSES);
            double lTrial = trial.map(t -> t.loss().value()).orElse(Double.NaN);
            double scale = trialScale(epoch);
            RunningLossMeans means =
                    before.after(neuron.value(), lTrial, settings().emaDecay());
            Losses losses = new Losses(neuron, trial.map(Matched::loss), ownWeights(activity, output));
            GradientBalance balance = balance(raw, trace, losses, scale, means);
            double[] total = balance.total().clone();
            double lReg = WeightPenalty.add(settings(), fit.seed(), parameterisation, raw, network, total);
            clock.lap(Stage.UPDATE);
            return new Result(
                    neuron.value(),
                    lTrial,
                    lReg,
                    activity.map(LossValue::value).orElse(Double.NaN),
                    output.map(LossValue::value).orElse(Double.NaN),
                    scale,
                    means,
                    balance,
                    total,
                    statistics.psth(0),
                    data.trialsPerBin(),
                    trial.map(t -> t.plan().marginalError()).orElse(Double.NaN),
                    trial.map(t -> t.plan().effectiveMatches()).orElse(Double.NaN));
        }
    }

    /** The derivatives of L_activity and L_output, whose weights are not balanced. */
    private static Optional<StatisticsGradient> ownWeights(Optional<LossValue> activity, Optional<LossValue> output) {
        return Stream.of(activity, output)
                .flatMap(Optional::stream)
                .map(LossValue::gradient)
                .reduce((a, b) -> a.plus(1, b));
    }

    private record Losses(LossValue neuron, Optional<LossValue> trial, Optional<StatisticsGradient> ownWeights) {
        /** The derivatives of a weighted sum of the losses. */
        StatisticsGradient sum(double neuronFactor, double trialFactor) {
            StatisticsGradient sum = neuronFactor == 1
                    ? neuron.gradient()
                    : StatisticsGradient.NONE.plus(neuronFactor, neuron.gradient());
            if (trial.isPresent()) {
                sum = sum.plus(trialFactor, trial.get().gradient());
            }
            return ownWeights.isPresent() ? sum.plus(1, ownWeights.get()) : sum;
        }

        List<StatisticsGradient> apart() {
            List<StatisticsGradient> all = new ArrayList<>(List.of(neuron.gradient()));
            trial.ifPresent(l -> all.add(l.gradient()));
            ownWeights.ifPresent(all::add);
            return all;
        }
    }

    private LossSettings settings() {
        return fit.configuration().loss();
    }

    /** The scale of L_trial, which rises from 0 in the first epochs. */
    private double trialScale(int epoch) {
        int rise = settings().trialWarmupEpochs();
        double full = settings().trial().scale();
        return epoch < rise ? full * epoch / rise : full;
    }

    /** The data of a step, which are reused if every step has all trials. */
    private StepData data(int[] trialIds) {
        int[] ordered = trialIds.clone();
        Arrays.sort(ordered);
        StepData data = last.filter(d -> Arrays.equals(d.trialIds(), ordered))
                .orElseGet(() -> StepData.of(fit, scales, ordered));
        last = Optional.of(data);
        return data;
    }

    /**
     * Combines the gradients. With known weights, one backward pass for the sum of the losses is enough. Balancing by
     * norms needs separate gradients.
     */
    private GradientBalance balance(double[] raw, Trace trace, Losses losses, double scale, RunningLossMeans means) {
        if (losses.apart().size() == 1 && settings().balancing() != GradientBalancing.LOSS_EMA) {
            return GradientBalance.of(sweep(raw, trace, losses.apart()).getFirst());
        }
        return switch (settings().balancing()) {
            case GRADIENT -> byNorms(sweep(raw, trace, losses.apart()), losses, scale);
            case LOSS_EMA -> {
                double trialFactor = losses.trial().isPresent() ? scale * means.trialFactor() : 0;
                yield ofSum(raw, trace, losses.sum(means.neuronFactor(), trialFactor));
            }
            case FIXED -> ofSum(raw, trace, losses.sum(1, scale));
        };
    }

    private GradientBalance ofSum(double[] raw, Trace trace, StatisticsGradient sum) {
        return GradientBalance.ofSum(sweep(raw, trace, List.of(sum)).getFirst());
    }

    private static GradientBalance byNorms(List<double[]> apart, Losses losses, double scale) {
        GradientBalance balance = losses.trial().isPresent()
                ? GradientBalance.of(apart.get(0), apart.get(1), scale)
                : GradientBalance.of(apart.get(0));
        return losses.ownWeights().isPresent() ? balance.plus(apart.getLast()) : balance;
    }

    private List<double[]> sweep(double[] raw, Trace trace, List<StatisticsGradient> perLoss) {
        boolean timeConstants = fit.configuration().network().tau().learned() != LearnedTau.FIXED;
        List<NetworkGradient> gradients = engine.backward(trace, perLoss, timeConstants);
        clock.lap(Stage.BACKWARD);
        return gradients.stream().map(g -> parameterisation.pullBack(raw, g)).toList();
    }
}
