package org.dalescope.model.loss;

import ai.djl.ndarray.NDArray;
import org.dalescope.model.configuration.EpsilonUnit;
import org.dalescope.model.configuration.TrialLossSettings;
import org.dalescope.model.configuration.ZScoring;
import org.dalescope.model.engine.Statistics;
import org.dalescope.model.engine.StatisticsGradient;
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
 * @param smooth {@code [bin][bin]}, transposed smoothing matrix
 * @param inverse what a smoothed bin is multiplied with: mask / smoothed mask, or 1, {@code [trial][bin]}
 * @param data masked, smoothed population activity of the data, {@code [trial][bin]}
 */
public record TrialMatchingLoss(
        int trials,
        int bins,
        double[] mask,
        double[] smooth,
        double[] inverse,
        double[] data,
        TrialLossSettings settings)
        implements Loss {
    private static final double MASK_FLOOR = 1e-9;
    private static final double SD_FLOOR = 1e-8;
    private static final double LOWEST_SD = 1e-6;
    private static final double SQUARE_FLOOR = 1e-12;

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
                boolean isValid = mask.isValid(trial, bin);
                valid[i * bins + bin] = isValid ? 1 : 0;
                population[i * bins + bin] = isValid ? sum / neurons : 0;
            }
        }
        Smoothing smoothing =
                Smoothing.gaussian(settings.smoothingMs(), session.time().binMs());
        double[] smoothed = smoothed(smoothing, population, bins);
        double[] inverse = new double[smoothed.length];
        double[] smoothedMask = smoothed(smoothing, valid, bins);
        boolean validOnly = settings.zScoring() == ZScoring.DATA;
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = validOnly ? valid[i] / Math.max(smoothedMask[i], MASK_FLOOR) : 1;
            smoothed[i] *= inverse[i];
        }
        return new TrialMatchingLoss(
                trialIds.length, bins, valid, transposed(smoothing, bins), inverse, smoothed, settings);
    }

    @Override
    public LossValue evaluate(Statistics statistics) {
        return evaluateWithPlan(statistics).loss();
    }

    /** A loss with the transport plan it was computed with. */
    public record Matched(LossValue loss, TransportPlan plan) {}

    /** The loss, and the plan for whoever wants to look at its health. */
    public Matched evaluateWithPlan(Statistics statistics) {
        TransportPlan[] plan = new TransportPlan[1];
        Autograd.Result result =
                Autograd.differentiate(statistics.population(), new long[] {trials, bins}, (population, constants) -> {
                    NDArray cost = cost(population, constants);
                    plan[0] = solve(cost.toDoubleArray());
                    return cost.mul(constants.array(plan[0].plan(), trials, trials))
                            .sum();
                });
        StatisticsGradient gradient = new StatisticsGradient(new double[0], result.gradient());
        return new Matched(new LossValue(result.value(), gradient), plan[0]);
    }

    private TransportPlan solve(double[] cost) {
        return settings.epsilonUnit() == EpsilonUnit.ABSOLUTE
                ? Sinkhorn.solve(trials, trials, cost, settings.epsilon(), settings.iterations(), settings.tolerance())
                : Sinkhorn.solveRelative(
                        trials, trials, cost, settings.epsilon(), settings.iterations(), settings.tolerance());
    }

    /** Euclidean distance of z-scored trials, {@code [model trial][data trial]}. */
    private NDArray cost(NDArray population, Autograd.Constants constants) {
        NDArray model = population
                .mul(constants.array(mask, trials, bins))
                .matMul(constants.array(smooth, bins, bins))
                .mul(constants.array(inverse, trials, bins));
        NDArray target = constants.array(data, trials, bins);
        NDArray a = settings.zScoring() == ZScoring.OWN ? own(model, constants) : byData(model, constants);
        NDArray b = settings.zScoring() == ZScoring.OWN ? own(target, constants) : byData(target, constants);
        NDArray aa = a.square().sum(new int[] {1}, true);
        NDArray bb = b.square().sum(new int[] {1}, true).transpose();
        NDArray ab = a.matMul(b.transpose());
        NDArray squares = aa.add(bb).sub(ab).sub(ab);
        return squares.maximum(constants.number(0))
                .add(constants.number(SQUARE_FLOOR))
                .sqrt();
    }

    private NDArray own(NDArray values, Autograd.Constants constants) {
        NDArray centred = values.sub(values.mean(new int[] {0}, true));
        NDArray degrees = constants.number(Math.max(1, trials - 1));
        NDArray variance = centred.square().sum(new int[] {0}, true).div(degrees);
        NDArray sd = variance.add(constants.number(SQUARE_FLOOR)).sqrt();
        return centred.div(sd.add(constants.number(SD_FLOOR)));
    }

    /** By the data's mean and spread over the valid trials of a bin; where they do not vary a bin says nothing. */
    private NDArray byData(NDArray values, Autograd.Constants constants) {
        double[] mean = new double[bins];
        double[] perSd = new double[trials * bins];
        for (int bin = 0; bin < bins; bin++) {
            double count = 0;
            double sum = 0;
            double squares = 0;
            for (int i = bin; i < data.length; i += bins) {
                count += mask[i];
                sum += mask[i] * data[i];
            }
            mean[bin] = sum / Math.max(1, count);
            for (int i = bin; i < data.length; i += bins) {
                squares += mask[i] * (data[i] - mean[bin]) * (data[i] - mean[bin]);
            }
            double sd = Math.sqrt(squares / Math.max(1, count - 1));
            for (int i = bin; sd > LOWEST_SD && i < data.length; i += bins) {
                perSd[i] = mask[i] / sd;
            }
        }
        return values.sub(constants.array(mean, 1, bins)).mul(constants.array(perSd, trials, bins));
    }

    private static double[] smoothed(Smoothing smoothing, double[] rows, int bins) {
        double[] smoothed = new double[rows.length];
        for (int from = 0; from < rows.length; from += bins) {
            double[] row = java.util.Arrays.copyOfRange(rows, from, from + bins);
            System.arraycopy(smoothing.apply(row), 0, smoothed, from, bins);
        }
        return smoothed;
    }

    private static double[] transposed(Smoothing smoothing, int bins) {
        double[] matrix =
                smoothing.matrix(java.util.stream.IntStream.range(0, bins).toArray(), bins);
        double[] transposed = new double[matrix.length];
        for (int i = 0; i < bins; i++) {
            for (int j = 0; j < bins; j++) {
                transposed[j * bins + i] = matrix[i * bins + j];
            }
        }
        return transposed;
    }
}
