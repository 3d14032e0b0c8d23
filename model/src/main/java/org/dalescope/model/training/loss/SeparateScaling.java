package org.dalescope.model.training.loss;

import org.dalescope.model.math.simd.WorkerThreads;

/**
 * A scaling for the trial-matching loss that z-scores model and data trials separately, each by their own mean and
 * standard deviation over trials, as the predecessor did.
 *
 * @param floor added to the standard deviation, sp/s
 */
record SeparateScaling(int trials, int bins, double floor) implements TrialScaling {
    /** Keeps z-scores finite in a bin without variation. */
    private static final double LOWEST_FLOOR = 1e-8;

    @Override
    public Scaled scale(double[] smoothed, WorkerThreads workers) {
        return new ByItself(ZScores.of(smoothed, trials, bins, LOWEST_FLOOR + floor, workers));
    }

    private record ByItself(ZScores scores) implements Scaled {
        @Override
        public double[] values() {
            return scores.z();
        }

        @Override
        public void pullBack(double[] gradient, WorkerThreads workers) {
            scores.pullBack(gradient, workers);
        }
    }
}
