package org.dalescope.model.training.loss;

import org.dalescope.model.math.simd.WorkerThreads;

/**
 * A scaling that makes smoothed trials of model and data comparable for the trial-matching loss, {@code [trial][bin]}
 * to {@code [trial][bin]}. Values that depend only on the data are computed once.
 */
sealed interface TrialScaling permits SeparateScaling, LinearScaling {
    /** The scaled trials, with the conversion of derivatives. */
    interface Scaled {
        double[] values();

        /** Converts derivatives with respect to scaled trials into those with respect to smoothed trials, in place. */
        void pullBack(double[] gradient, WorkerThreads workers);
    }

    /** Scales the model's or the data's smoothed trials. */
    Scaled scale(double[] smoothed, WorkerThreads workers);
}
