package org.dalescope.model.loss;

/**
 * Each z-scored by its own mean and spread over trials, as the predecessor had it.
 *
 * @param floor added to the spread, sp/s
 */
record OwnScaling(int trials, int bins, double floor) implements TrialScaling {
    /** Keeps a bin without any spread finite. */
    private static final double LOWEST_FLOOR = 1e-8;

    @Override
    public Scaled scale(double[] smoothed) {
        return new ByItself(ZScores.of(smoothed, trials, bins, LOWEST_FLOOR + floor));
    }

    private record ByItself(ZScores scores) implements Scaled {
        @Override
        public double[] values() {
            return scores.z();
        }

        @Override
        public void pullBack(double[] gradient) {
            scores.pullBack(gradient, new double[scores.variables()], new double[scores.variables()]);
        }
    }
}
