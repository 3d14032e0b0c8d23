package org.dalescope.model.training.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.math.simd.OptimalAssignment;
import org.dalescope.model.math.simd.PaddedMatrix;
import org.dalescope.model.math.simd.RowBlocks;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.psth.Smoothing;
import org.dalescope.model.session.split.Splits;
import org.dalescope.model.settings.EpsilonUnit;
import org.dalescope.model.settings.TrialDistance;
import org.dalescope.model.settings.TrialLossSettings;
import org.dalescope.model.settings.TrialMatching;
import org.dalescope.model.settings.ZScoring;

/**
 * The trial-matching loss, L_trial = sum P C: the cost of matching the model's single trials of population activity to
 * the data's by entropic optimal transport or by the cheapest assignment (docs/science.md section 3). The plan is
 * constant in the gradient (envelope theorem). With matching within conditions, L_trial = sum over conditions (trials
 * of the condition / matched trials) sum P C; scaling is over all trials.
 *
 * <p>With z-scores by the data, only the valid bins of a trial count: smoothing is normalised by the smoothed mask, the
 * mean and standard deviation are those of the valid trials, and invalid bins have z = 0. With separate z-scores, the
 * loss is that of the predecessor, in which activity after the end of a trial is treated as 0.
 *
 * @param mask 1 if valid, {@code [trial][bin]}
 * @param smoothing smoothing of one trial
 * @param scaling z-scores smoothed trials, or counts their spikes
 * @param groups of trials that are matched internally: the conditions, or one group of all trials
 */
public record TrialMatchingLoss(
        int trials,
        int bins,
        double[] mask,
        TimeSmoothing smoothing,
        TrialScaling scaling,
        List<TrialGroup> groups,
        TrialLossSettings settings)
        implements Loss {

    /** The loss with respect to some trials of a session. */
    public static TrialMatchingLoss of(Session session, Mask mask, int[] trialIds, TrialLossSettings settings) {
        List<int[]> groups = settings.byCondition()
                ? conditions(session, trialIds)
                : List.of(TrialGroup.everything(trialIds.length));
        groups.forEach(rows -> TrialGroup.requireRoom(rows.length));
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
        return of(valid, population, bins, session.time().binMs(), groups, settings);
    }

    /** The positions in {@code trialIds} of the trials of each combination of levels of the discrete factors. */
    private static List<int[]> conditions(Session session, int[] trialIds) {
        Map<Integer, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < trialIds.length; row++) {
            rowOf.put(trialIds[row], row);
        }
        return Splits.strata(session, trialIds).stream()
                .map(ids -> Arrays.stream(ids).map(rowOf::get).toArray())
                .toList();
    }

    /** The loss with respect to population activity, with all trials matched with each other. */
    static TrialMatchingLoss of(
            double[] mask, double[] population, int bins, double binMs, TrialLossSettings settings) {
        List<int[]> all = List.of(TrialGroup.everything(mask.length / bins));
        return of(mask, population, bins, binMs, all, settings);
    }

    /**
     * The loss with respect to population activity.
     *
     * @param mask 1 if valid, {@code [trial][bin]}
     * @param population population activity of the data, {@code [trial][bin]}
     * @param groups trials that are matched internally
     */
    static TrialMatchingLoss of(
            double[] mask,
            double[] population,
            int bins,
            double binMs,
            List<int[]> groups,
            TrialLossSettings settings) {
        int trials = mask.length / bins;
        TimeSmoothing smoothing = TimeSmoothing.of(Smoothing.gaussian(settings.smoothingMs(), binMs), bins, 1);
        double[] smoothed = new double[mask.length];
        smoothValid(smoothing, mask, population, smoothed, 0, trials);
        TrialScaling scaling = scaling(smoothing, mask, smoothed, binMs, settings);
        double[] target;
        try (WorkerThreads alone = WorkerThreads.of(1)) {
            target = scaling.scale(smoothed, alone).values();
        }
        return new TrialMatchingLoss(
                trials, bins, mask, smoothing, scaling, TrialGroup.of(groups, target, mask, bins, settings), settings);
    }

    private static TrialScaling scaling(
            TimeSmoothing smoothing, double[] mask, double[] smoothed, double binMs, TrialLossSettings settings) {
        int bins = smoothing.steps();
        int trials = mask.length / bins;
        boolean counts = settings.distance() == TrialDistance.POISSON;
        if (!counts && settings.zScoring() == ZScoring.OWN) {
            return new SeparateScaling(trials, bins, settings.zFloor());
        }
        double[] smoothedMask = new double[mask.length];
        smoothValid(smoothing, mask, mask, smoothedMask, 0, trials);
        return counts
                ? LinearScaling.counts(mask, smoothedMask, binMs)
                : LinearScaling.byData(mask, smoothedMask, smoothed, bins, settings.zFloor());
    }

    @Override
    public LossValue evaluate(RateStatistics statistics, WorkerThreads workers) {
        Matched matched = evaluateWithPlan(statistics, workers);
        matched.plan().release(workers.pool());
        return matched.loss();
    }

    /** A loss with the transport plan from which it was computed. */
    public record Matched(LossValue loss, TransportPlan plan) {}

    /** Computes the loss, and returns the plan as well for checks of its quality. */
    public Matched evaluateWithPlan(RateStatistics statistics, WorkerThreads workers) {
        RowBlocks blocks = RowBlocks.of(trials, trials);
        double[] smoothed = new double[mask.length];
        blocks.run(
                workers,
                (block, first, end) -> smoothValid(smoothing, mask, statistics.population(), smoothed, first, end));
        TrialScaling.Scaled model = scaling.scale(smoothed, workers);
        double[] gradient = new double[mask.length];
        TransportPlan plan = match(model.values(), gradient, workers);
        model.pullBack(gradient, workers);
        blocks.run(workers, (block, first, end) -> pullBackSmoothing(gradient, first, end));
        return new Matched(new LossValue(plan.paid(), new StatisticsGradient(new double[0], gradient)), plan);
    }

    /** Computes the plans and the derivatives with respect to the scaled trials. */
    private TransportPlan match(double[] model, double[] gradient, WorkerThreads workers) {
        if (groups.size() == 1 && groups.getFirst().rows().length == trials) {
            return match(groups.getFirst(), model, gradient, workers);
        }
        List<ConditionTransportPlan.Part> parts = new ArrayList<>();
        for (TrialGroup group : groups) {
            double[] pulled = new double[group.rows().length * bins];
            SingleTransportPlan plan = match(group, TrialGroup.take(model, group.rows(), bins), pulled, workers);
            group.put(pulled, gradient, bins);
            parts.add(new ConditionTransportPlan.Part(group.rows(), group.share(), plan));
        }
        return new ConditionTransportPlan(trials, List.copyOf(parts));
    }

    private SingleTransportPlan match(TrialGroup group, double[] model, double[] gradient, WorkerThreads workers) {
        int count = group.rows().length;
        PaddedMatrix cost = group.distance().from(model, count, workers);
        SingleTransportPlan plan = solve(cost, workers);
        RowBlocks.of(count, count).run(workers, (block, first, end) -> group.distance()
                .pullBack(plan.weights(), cost, model, gradient, first, end));
        return plan;
    }

    private SingleTransportPlan solve(PaddedMatrix cost, WorkerThreads workers) {
        if (settings.matching() == TrialMatching.EXACT) {
            return SingleTransportPlan.of(0, OptimalAssignment.of(cost));
        }
        return settings.epsilonUnit() == EpsilonUnit.ABSOLUTE
                ? Sinkhorn.solve(cost, settings.epsilon(), settings.iterations(), settings.tolerance(), workers)
                : Sinkhorn.solveRelative(
                        cost, settings.epsilon(), settings.iterations(), settings.tolerance(), workers);
    }

    /** Smooths the trials {@code first} to {@code end - 1}, with 0 in invalid bins. */
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
