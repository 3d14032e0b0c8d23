package org.dalescope.model.training;

import java.util.List;
import java.util.Optional;
import org.dalescope.model.configuration.LossSettings;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.loss.CorrelationLoss;
import org.dalescope.model.loss.TrialMatchingLoss;
import org.dalescope.model.psth.Psth;
import org.dalescope.model.session.Mask;

/**
 * The data's side of a step: what depends on its trials and not on the parameters.
 *
 * @param trialIds in ascending order; their order means nothing
 * @param trialsPerBin how many of them are valid at each bin
 */
record StepData(
        int[] trialIds,
        Batch batch,
        StatisticsPlan plan,
        CorrelationLoss neuronLoss,
        Optional<TrialMatchingLoss> trialLoss,
        int[] trialsPerBin) {

    static StepData of(Fit fit, int[] trialIds, Mask mask, Mask lossMask) {
        LossSettings loss = fit.configuration().loss();
        double binMs = fit.session().time().binMs();
        Psth data = Psth.of(fit.session(), lossMask, trialIds);
        boolean matching = loss.trial().enabled();
        var group = new PsthPlan.Group(trialIds, true, loss.neuron().minimumTrials());
        return new StepData(
                trialIds,
                Batch.of(fit.session(), trialIds),
                PsthPlan.of(fit.session(), lossMask, trialIds, List.of(group), matching),
                CorrelationLoss.of(data, loss.neuron(), binMs),
                matching
                        ? Optional.of(TrialMatchingLoss.of(fit.session(), mask, trialIds, loss.trial()))
                        : Optional.empty(),
                data.trials());
    }
}
