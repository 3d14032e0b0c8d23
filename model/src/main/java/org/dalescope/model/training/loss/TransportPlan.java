package org.dalescope.model.training.loss;

import org.dalescope.model.math.simd.DoubleArrayPool;

/** A transport plan that matches model trials (rows) to data trials (columns), with measures of its quality. */
public sealed interface TransportPlan permits SingleTransportPlan, ConditionTransportPlan {
    /** The number of Sinkhorn iterations; 0 if none were needed. */
    int iterations();

    /** The sum of the plan; 1 unless something underflowed. */
    double total();

    /** The sum of plan x distance, which is the loss. */
    double paid();

    /** The L1 distance of the row sums from uniform. */
    double marginalError();

    /** The mean over rows of exp(entropy): 1 for a one-to-one plan, n for a uniform plan. */
    double effectiveMatches();

    /** Returns the plan's matrices to a pool. The measures remain available, but the plan does not. */
    void release(DoubleArrayPool pool);

    /** The plan as a matrix, {@code [row][column]}, which is computed by each call. */
    double[] plan();
}
