package org.dalescope.model.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.Lazy;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.PointwiseSums;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.settings.LossSettings;
import org.dalescope.model.training.loss.ActivityLoss;
import org.dalescope.model.training.loss.Loss;
import org.dalescope.model.training.loss.OutputLoss;
import org.dalescope.model.training.loss.TrialMatchingLoss;

/**
 * The data of a training step, which depend on its trials and not on the parameters. Group 0 of the statistics is the
 * PSTH of all its trials, for the running score.
 *
 * @param trialIds ids in ascending order, since their order has no meaning
 * @param trialsPerBin number of valid trials at each bin
 */
record StepData(
        int[] trialIds,
        Batch batch,
        StatisticsPlan plan,
        Loss neuronLoss,
        Optional<TrialMatchingLoss> trialLoss,
        Optional<ActivityLoss> activityLoss,
        Optional<OutputLoss> outputLoss,
        int[] trialsPerBin) {

    static StepData of(Fit fit, Lazy<NeuronScales> scales, int[] trialIds) {
        LossSettings loss = fit.configuration().loss();
        boolean matching = loss.trial().enabled();
        boolean activity = loss.activity().weight() > 0;
        boolean first = NeuronObjective.startsWithAllTrials(fit);
        NeuronObjective neuron = NeuronObjective.of(fit, scales, trialIds, first ? 0 : 1);
        List<PsthPlan.Group> groups = new ArrayList<>();
        if (!first) {
            groups.add(NeuronObjective.allTrials(fit, trialIds));
        }
        groups.addAll(neuron.groups());
        PointwiseSums pointwise = activity && neuron.pointwise().weights().length == 0
                ? NeuronObjective.everyBin(fit, trialIds, PointwiseSums.Counts.NONE)
                : neuron.pointwise();
        Optional<OutputLoss> output = fit.readOut()
                .map(targets -> OutputLoss.of(
                        fit.session(),
                        fit.mask(),
                        trialIds,
                        targets.channels(),
                        loss.output().weight()));
        return new StepData(
                trialIds,
                Batch.of(fit.session(), trialIds),
                PsthPlan.of(fit.session(), fit.mask(), trialIds, groups, matching, pointwise)
                        .reading(output.isPresent()),
                neuron.loss(),
                matching
                        ? Optional.of(TrialMatchingLoss.of(fit.session(), fit.mask(), trialIds, loss.trial()))
                        : Optional.empty(),
                activity ? Optional.of(new ActivityLoss(loss.activity())) : Optional.empty(),
                output,
                fit.lossMask().validTrials(fit.session().positions(trialIds)));
    }
}
