package org.dalescope.model.training.loss;

import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.math.simd.WorkerThreads;

/** A loss function of the statistics of the model's rates. */
public sealed interface Loss permits PsthLoss, PoissonLoss, MeanLoss, ActivityLoss, OutputLoss, TrialMatchingLoss {
    /**
     * Computes the value and the derivatives at these statistics. The result does not depend on the number of threads.
     */
    LossValue evaluate(RateStatistics statistics, WorkerThreads workers);
}
