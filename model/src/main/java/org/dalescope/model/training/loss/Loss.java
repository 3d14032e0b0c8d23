package org.dalescope.model.training.loss;

import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.math.simd.WorkerThreads;

/** A loss of the model's statistics. */
public sealed interface Loss
        permits CorrelationLoss, PoissonLoss, MeanLoss, ActivityLoss, OutputLoss, TrialMatchingLoss {
    /** Value and derivatives at these statistics; the number of threads changes no bit. */
    LossValue evaluate(RateStatistics statistics, WorkerThreads workers);
}
