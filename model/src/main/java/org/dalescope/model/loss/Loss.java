package org.dalescope.model.loss;

import org.dalescope.model.engine.Statistics;

/** A loss of the model's statistics. */
public sealed interface Loss permits CorrelationLoss, TrialMatchingLoss {
    /** Value and derivatives at these statistics. */
    LossValue evaluate(Statistics statistics);
}
