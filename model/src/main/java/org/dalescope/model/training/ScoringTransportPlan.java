package org.dalescope.model.training;

import java.util.Arrays;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.training.loss.TransportPlan;
import org.dalescope.model.training.loss.TrialMatchingLoss;

/**
 * Computes the transport plan between a model's rates and the data on the same trials, with the trainer's settings for
 * L_trial.
 */
public final class ScoringTransportPlan {
    private ScoringTransportPlan() {}

    /**
     * The plan with the fit's settings (loss.trial), even if the fit did not use L_trial. Rows are model trials and
     * columns are data trials, both in the order of the rates.
     *
     * @throws InputError if these trials cannot be matched, for example if there is only one
     */
    public static TransportPlan of(Fit fit, ModelRates rates, WorkerThreads workers) {
        int trials = rates.trialIds().length;
        if (trials < 2) {
            throw new InputError("fewer than two trials to match");
        }
        int neurons = fit.session().neurons().size();
        double[] population = new double[trials * rates.bins()];
        Arrays.setAll(population, row -> {
            double sum = 0;
            for (int neuron = 0; neuron < neurons; neuron++) {
                sum += rates.rate(row / rates.bins(), row % rates.bins(), neuron);
            }
            return sum / neurons;
        });
        RateStatistics statistics = new RateStatistics(0, trials, rates.bins(), neurons, new double[0], population);
        return TrialMatchingLoss.of(
                        fit.session(),
                        fit.mask(),
                        rates.trialIds(),
                        fit.configuration().loss().trial())
                .evaluateWithPlan(statistics, workers)
                .plan();
    }
}
