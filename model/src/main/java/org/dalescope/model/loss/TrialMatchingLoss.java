package org.dalescope.model.loss;

import org.dalescope.model.configuration.EpsilonUnit;
import org.dalescope.model.configuration.TrialLossSettings;
import org.dalescope.model.configuration.ZScoring;
import org.dalescope.model.engine.Statistics;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.kernel.PaddedMatrix;
import org.dalescope.model.kernel.PairwiseDistance;
import org.dalescope.model.kernel.RowBlocks;
import org.dalescope.model.kernel.Workers;
import org.dalescope.model.psth.Smoothing;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/**
 * L_trial = sum P C: cost of matching the model's single trials of population activity to the data's by entropic optimal
 * transport (spec/science.md section 3). The plan is held fixed in the gradient (envelope theorem).
 *
 * <p>Z-scored by the data, a trial counts only where it is valid: smoothing is normalised by the smoothed mask, mean and spread
 * are those of the valid trials, and invalid bins have z = 0. Z-scored by itself it is as the predecessor had it: activity after
 * the end of a trial is 0 like any other.
 *
 * @param mask 1 where valid, {@code [trial][bin]}
 * @param smoothing of one trial
 * @param scaling z-scores smoothed trials
 * @param distance to the data's trials, masked, smoothed and scaled
 */
public record TrialMatchingLoss(
        int trials,
        int bins,
        double[] mask,
        TimeSmoothing smoothing,
        TrialScaling scaling,
        PairwiseDistance distance,
        TrialLossSettings settings)
        implements Loss {

    /** The loss against some trials of a session. */
    public static TrialMatchingLoss of(Session session, Mask mask, int[] trialIds, TrialLossSettings settings) {
        int bins = session.bins();
        int neurons = session.neurons().size();
        double[] valid = new double[trialIds.length * bins];
        double[] population = new double[valid.length];
        int[] positions = session.positions(trialIds);
        for (int i = 0; i < trialIds.length; i++) {
            int trial = positions[i];
            for (int bin = 0; bin < bins; bin++) {
                double sum = 0;
                for (int neuron = 0; neuron < neurons; neuron++) {
                    sum += session.rate(trial, bin, neuron);
                }
                valid[i * bins + bin] = mask.isValid(trial, bin) ? 1 : 0;
                population[i * bins + bin] = sum / neurons;
            }
        }
        return of(valid, population, bins, session.time().binMs(), settings);
    }

    /**
     * The loss against population activity.
     *
     * @param mask 1 where valid, {@code [trial][bin]}
     * @param population of the data, {@code [trial][bin]}
     */
    static TrialMatchingLoss of(
            double[] mask, double[] population, int bins, double binMs, TrialLossSettings settings) {
        int trials = mask.length / bins;
        TimeSmoothing smoothing = TimeSmoothing.of(Smoothing.gaussian(settings.smoothingMs(), binMs), bins, 1);
        double[] smoothed = new double[mask.length];
        smoothValid(smoothing, mask, population, smoothed, 0, trials);
        TrialScaling scaling = new TrialScaling.Own(trials, bins);
        if (settings.zScoring() == ZScoring.DATA) {
            double[] smoothedMask = new double[mask.length];
            smoothValid(smoothing, mask, mask, smoothedMask, 0, trials);
            scaling = TrialScaling.ByData.of(mask, smoothedMask, smoothed, bins);
        }
        double[] target = scaling.scale(smoothed).values();
        return new TrialMatchingLoss(
                trials, bins, mask, smoothing, scaling, PairwiseDistance.to(target, trials, bins), settings);
    }

    @Override
    public LossValue evaluate(Statistics statistics, Workers workers) {
        return evaluateWithPlan(statistics, workers).loss();
    }

    /** A loss with the transport plan it was computed with. */
    public record Matched(LossValue loss, TransportPlan plan) {}

    /** The loss, and the plan for whoever wants to look at its health. */
    public Matched evaluateWithPlan(Statistics statistics, Workers workers) {
        RowBlocks blocks = RowBlocks.of(trials, trials);
        double[] smoothed = new double[mask.length];
        blocks.run(
                workers,
                (block, first, end) -> smoothValid(smoothing, mask, statistics.population(), smoothed, first, end));
        TrialScaling.Scaled model = scaling.scale(smoothed);
        PaddedMatrix cost = distance.from(model.values(), trials, workers);
        TransportPlan plan = solve(cost, workers);
        double[] gradient = new double[mask.length];
        double[] sums = new double[trials];
        blocks.run(workers, (block, first, end) -> {
            plan.factors().divideByCost(first, end, sums);
            distance.pullBack(cost, sums, model.values(), gradient, first, end);
        });
        model.pullBack(gradient);
        blocks.run(workers, (block, first, end) -> pullBackSmoothing(gradient, first, end));
        LossValue value = new LossValue(plan.measures().paid(), new StatisticsGradient(new double[0], gradient));
        return new Matched(value, plan);
    }

    private TransportPlan solve(PaddedMatrix cost, Workers workers) {
        return settings.epsilonUnit() == EpsilonUnit.ABSOLUTE
                ? Sinkhorn.solve(cost, settings.epsilon(), settings.iterations(), settings.tolerance(), workers)
                : Sinkhorn.solveRelative(
                        cost, settings.epsilon(), settings.iterations(), settings.tolerance(), workers);
    }

    /** Trials {@code first} to {@code end - 1}, 0 where invalid, smoothed. */
    private static void smoothValid(
            TimeSmoothing smoothing, double[] mask, double[] values, double[] smooth, int first, int end) {
        double[] buffer = smoothing.buffer();
        int bins = smoothing.steps();
        for (int i = first * bins; i < end * bins; i++) {
            smooth[i] = mask[i] == 0 ? 0 : values[i];
        }
        for (int trial = first; trial < end; trial++) {
            smoothing.apply(smooth, trial * bins, buffer);
        }
    }

    private void pullBackSmoothing(double[] gradient, int first, int end) {
        double[] buffer = smoothing.buffer();
        for (int trial = first; trial < end; trial++) {
            smoothing.pullBack(gradient, trial * bins, buffer);
        }
        for (int i = first * bins; i < end * bins; i++) {
            gradient[i] *= mask[i];
        }
    }
}
