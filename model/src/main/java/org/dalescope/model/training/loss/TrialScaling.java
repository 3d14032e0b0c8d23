package org.dalescope.model.training.loss;

import org.dalescope.model.math.simd.WorkerThreads;

/**
 * How smoothed trials are made comparable, {@code [trial][bin]} to {@code [trial][bin]}. What depends on the data alone is
 * computed once.
 */
sealed interface TrialScaling permits SeparateScaling, LinearScaling {
    /** Scaled trials, and the way back for derivatives. */
    interface Scaled {
        double[] values();

        /** Derivatives with respect to scaled trials become those with respect to smoothed ones, in place. */
        void pullBack(double[] gradient, WorkerThreads workers);
    }

    /** Scales the model's or the data's smoothed trials. */
    Scaled scale(double[] smoothed, WorkerThreads workers);
}
