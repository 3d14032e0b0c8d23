package org.dalescope.model.training;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.Statistics;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.engine.Trace;
import org.dalescope.model.loss.CorrelationLoss;
import org.dalescope.model.loss.LossValue;
import org.dalescope.model.loss.TransportPlan;
import org.dalescope.model.loss.TrialMatchingLoss;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.NetworkGradient;
import org.dalescope.model.network.Parameterisation;
import org.dalescope.model.psth.Psth;
import org.dalescope.model.session.Mask;

/** Losses and their gradient on some of the training trials. */
final class TrainingStep {
    private final Fit fit;
    private final RecurrentEngine engine;
    private final Parameterisation parameterisation;
    private final Mask lossMask;
    private final Mask mask;

    TrainingStep(Fit fit, RecurrentEngine engine) {
        this.fit = fit;
        this.engine = engine;
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
        Configuration configuration = fit.configuration();
        Network network = parameterisation.network(raw);
        Psth data = Psth.of(fit.session(), lossMask, trialIds);
        boolean matching = configuration.loss().trial().enabled();
        var group =
                new PsthPlan.Group(trialIds, true, configuration.loss().neuron().minimumTrials());
        StatisticsPlan plan = PsthPlan.of(fit.session(), lossMask, trialIds, List.of(group), matching);
        CorrelationLoss neuronLoss = CorrelationLoss.of(
                data, configuration.loss().neuron(), fit.session().time().binMs());
        try (Trace trace = engine.forward(network, Batch.of(fit.session(), trialIds), noise, plan)) {
            Statistics statistics = trace.statistics();
            LossValue neuron = neuronLoss.evaluate(statistics, engine.workers());
            List<StatisticsGradient> perLoss = new ArrayList<>(List.of(neuron.gradient()));
            double lTrial = Double.NaN;
            double error = Double.NaN;
            double matches = Double.NaN;
            if (matching) {
                TrialMatchingLoss.Matched matched = TrialMatchingLoss.of(
                                fit.session(),
                                mask,
                                trialIds,
                                configuration.loss().trial())
                        .evaluateWithPlan(statistics, engine.workers());
                perLoss.add(matched.loss().gradient());
                lTrial = matched.loss().value();
                TransportPlan transport = matched.plan();
                error = transport.marginalError();
                matches = transport.effectiveMatches();
            }
            List<double[]> gradients = engine.backward(trace, perLoss).stream()
                    .map(g -> parameterisation.pullBack(raw, g))
                    .toList();
            GradientBalance balance = matching
                    ? GradientBalance.of(
                            gradients.get(0),
                            gradients.get(1),
                            configuration.loss().trial().scale(),
                            configuration.loss().balancing())
                    : GradientBalance.of(gradients.getFirst());
            double[] total = balance.total().clone();
            double lReg = addRegularisation(raw, network, total);
            return new Result(
                    neuron.value(), lTrial, lReg, balance, total, statistics.psth(0), data.trials(), error, matches);
        }
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
