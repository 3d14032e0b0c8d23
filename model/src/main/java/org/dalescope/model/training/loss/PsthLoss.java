package org.dalescope.model.training.loss;

import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.math.simd.WorkerThreads;

/** A loss of one smoothed PSTH of the statistics, so that several losses of a PSTH can share the smoothing. */
sealed interface PsthLoss extends Loss permits CorrelationLoss, PsthResidualLoss {
    /** The bins that are compared. */
    SmoothedBins bins();

    /**
     * Adds the derivatives, multiplied by a weight.
     *
     * @param model the model's smoothed PSTH in the compared bins
     * @param byModel receives the derivatives with respect to {@code model}
     * @return the value of the loss, without the weight
     */
    double add(double[] model, double weight, double[] byModel);

    @Override
    default LossValue evaluate(RateStatistics statistics, WorkerThreads workers) {
        double[] gradient = new double[statistics.psth().length];
        double[] model = bins().ofGroup(statistics.psth(), statistics.bins());
        double[] byModel = new double[model.length];
        double value = add(model, 1, byModel);
        bins().pullBack(byModel, gradient, statistics.bins());
        return new LossValue(value, new StatisticsGradient(gradient, new double[0]));
    }
}
