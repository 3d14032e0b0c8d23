package org.dalescope.model.training.loss;

import org.dalescope.model.math.simd.DoubleArrayPool;

/** How model trials (rows) are matched to data trials (columns), and how well that went. */
public sealed interface TransportPlan permits SingleTransportPlan, ConditionTransportPlan {
    /** Sinkhorn's iterations, as many as were needed or allowed; 0 where it was not needed. */
    int iterations();

    /** Sum of the plan; 1 unless something underflowed. */
    double total();

    /** Sum of plan x distance: the loss. */
    double paid();

    /** L1 distance of the row sums from uniform. */
    double marginalError();

    /** Mean over rows of exp(entropy): 1 is one-to-one, n is a blur. */
    double effectiveMatches();

    /** Gives its matrices away to be used again: what it measured stays, the plan itself does not. */
    void release(DoubleArrayPool pool);

    /** The plan itself, multiplied out for the occasion, {@code [row][column]}. */
    double[] plan();
}
