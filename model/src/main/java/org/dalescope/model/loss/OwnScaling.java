package org.dalescope.model.loss;

import org.dalescope.model.kernel.Workers;

/**
 * Each z-scored by its own mean and spread over trials, as the predecessor had it.
 *
 * @param floor added to the spread, sp/s
 */
record OwnScaling(int trials, int bins, double floor) implements TrialScaling {
    /** Keeps a bin without any spread finite. */
    private static final double LOWEST_FLOOR = 1e-8;

    @Override
    public Scaled scale(double[] smoothed, Workers workers) {
        return new ByItself(ZScores.of(smoothed, trials, bins, LOWEST_FLOOR + floor, workers));
    }

    private record ByItself(ZScores scores) implements Scaled {
        @Override
        public double[] values() {
            return scores.z();
        }

        @Override
        public void pullBack(double[] gradient, Workers workers) {
            scores.pullBack(gradient, workers);
        }
    }
}
