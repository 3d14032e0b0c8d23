package org.dalescope.model.training.loss;

import org.dalescope.model.math.simd.WorkerThreads;

/**
 * Each z-scored by its own mean and spread over trials, as the predecessor had it.
 *
 * @param floor added to the spread, sp/s
 */
record SeparateScaling(int trials, int bins, double floor) implements TrialScaling {
    /** Keeps a bin without any spread finite. */
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
