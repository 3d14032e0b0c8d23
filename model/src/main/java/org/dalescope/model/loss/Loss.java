package org.dalescope.model.loss;

import org.dalescope.model.engine.Statistics;
import org.dalescope.model.kernel.Workers;

/** A loss of the model's statistics. */
public sealed interface Loss
        permits CorrelationLoss, PoissonLoss, MeanLoss, ActivityLoss, OutputLoss, TrialMatchingLoss {
    /** Value and derivatives at these statistics; the number of threads changes no bit. */
    LossValue evaluate(Statistics statistics, Workers workers);
}
