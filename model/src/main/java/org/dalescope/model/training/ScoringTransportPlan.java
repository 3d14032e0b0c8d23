package org.dalescope.model.training;

import java.util.Arrays;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.training.loss.TransportPlan;
import org.dalescope.model.training.loss.TrialMatchingLoss;

/** L_trial's transport plan between a model's rates and the data on the same trials. */
public final class ScoringTransportPlan {
    private ScoringTransportPlan() {}

    /**
     * The plan with the fit's own settings (loss.trial), whether or not the fit used it; rows are model trials and columns data
     * trials, both in the order of the rates.
     *
     * @throws InputError where these trials cannot be matched, such as where there is only one
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
