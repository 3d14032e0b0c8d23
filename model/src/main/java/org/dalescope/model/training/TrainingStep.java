package org.dalescope.model.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.configuration.Balancing;
import org.dalescope.model.configuration.LearnedTau;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.Statistics;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.engine.Trace;
import org.dalescope.model.loss.LossValue;
import org.dalescope.model.loss.TrialMatchingLoss.Matched;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.NetworkGradient;
import org.dalescope.model.network.Parameterisation;
import org.dalescope.model.session.Mask;
import org.dalescope.model.training.StageClock.Stage;

/** Losses and their gradient on some of the training trials. */
final class TrainingStep {
    private final Fit fit;
    private final RecurrentEngine engine;
    private final StageClock clock;
    private final Mask mask;
    private final Mask lossMask;
    private final Parameterisation parameterisation;
    private Optional<StepData> last = Optional.empty();

    TrainingStep(Fit fit, RecurrentEngine engine, StageClock clock) {
        this.fit = fit;
        this.engine = engine;
        this.clock = clock;
        this.parameterisation = fit.parameterisation();
        this.mask = fit.mask();
        this.lossMask = fit.lossMask();
    }

    /**
     * What a step found.
     *
     * @param gradient balanced, with L_reg, not yet clipped
     * @param psth the model's PSTH on this step's trials, {@code [bin][neuron]}
     * @param transportError NaN where L_trial is off
     */
    record Result(
            double lNeuron,
            double lTrial,
            double lReg,
            GradientBalance balance,
            double[] gradient,
            double[] psth,
            int[] trialsPerBin,
            double transportError,
            double effectiveMatches) {}

    Result evaluate(double[] raw, int[] trialIds, Noise noise) {
        Network network = parameterisation.network(raw);
        StepData data = data(trialIds);
        clock.lap(Stage.LOSSES);
        try (Trace trace = engine.forward(network, data.batch(), noise, data.plan())) {
            clock.lap(Stage.FORWARD);
            Statistics statistics = trace.statistics();
            LossValue neuron = data.neuronLoss().evaluate(statistics, engine.workers());
            Optional<Matched> trial = data.trialLoss().map(l -> l.evaluateWithPlan(statistics, engine.workers()));
            clock.lap(Stage.LOSSES);
            GradientBalance balance = balance(raw, trace, neuron, trial.map(Matched::loss));
            double[] total = balance.total().clone();
            double lReg = addRegularisation(raw, network, total);
            clock.lap(Stage.UPDATE);
            return new Result(
                    neuron.value(),
                    trial.map(t -> t.loss().value()).orElse(Double.NaN),
                    lReg,
                    balance,
                    total,
                    statistics.psth(0),
                    data.trialsPerBin(),
                    trial.map(t -> t.plan().marginalError()).orElse(Double.NaN),
                    trial.map(t -> t.plan().effectiveMatches()).orElse(Double.NaN));
        }
    }

    /** With all trials in every step the trials are the same each time. */
    private StepData data(int[] trialIds) {
        int[] ordered = trialIds.clone();
        Arrays.sort(ordered);
        StepData data = last.filter(d -> Arrays.equals(d.trialIds(), ordered))
                .orElseGet(() -> StepData.of(fit, ordered, mask, lossMask));
        last = Optional.of(data);
        return data;
    }

    /** Fixed weights need one sweep for the sum of the losses; balancing by norms needs the gradients apart. */
    private GradientBalance balance(double[] raw, Trace trace, LossValue neuron, Optional<LossValue> trial) {
        double scale = fit.configuration().loss().trial().scale();
        Balancing balancing = fit.configuration().loss().balancing();
        if (trial.isEmpty()) {
            return GradientBalance.of(
                    sweep(raw, trace, List.of(neuron.gradient())).getFirst());
        }
        StatisticsGradient other = trial.get().gradient();
        return switch (balancing) {
            case GRADIENT -> {
                List<double[]> apart = sweep(raw, trace, List.of(neuron.gradient(), other));
                yield GradientBalance.of(apart.get(0), apart.get(1), scale);
            }
            case FIXED -> {
                List<StatisticsGradient> sum = List.of(neuron.gradient().plus(scale, other));
                yield GradientBalance.ofSum(sweep(raw, trace, sum).getFirst());
            }
        };
    }

    private List<double[]> sweep(double[] raw, Trace trace, List<StatisticsGradient> perLoss) {
        boolean timeConstants = fit.configuration().network().tau().learned() != LearnedTau.FIXED;
        List<NetworkGradient> gradients = engine.backward(trace, perLoss, timeConstants);
        clock.lap(Stage.BACKWARD);
        return gradients.stream().map(g -> parameterisation.pullBack(raw, g)).toList();
    }

    /** L_reg = l2 (mean W^2 + mean W_in^2) and its gradient. */
    private double addRegularisation(double[] raw, Network network, double[] gradient) {
        double l2 = fit.configuration().loss().l2();
        if (l2 == 0) {
            return 0;
        }
        NetworkGradient own = NetworkGradient.zero(network.size(), network.channels());
        double value = l2 * (meanSquare(network.w(), own.w(), l2) + meanSquare(network.wIn(), own.wIn(), l2));
        double[] pulled = parameterisation.pullBack(raw, own);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += pulled[i];
        }
        return value;
    }

    private static double meanSquare(double[] values, double[] gradient, double l2) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * values[i];
            gradient[i] = 2 * l2 * values[i] / values.length;
        }
        return sum / Math.max(1, values.length);
    }
}
