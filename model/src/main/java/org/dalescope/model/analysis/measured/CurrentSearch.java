package org.dalescope.model.analysis.measured;

import java.util.function.DoubleUnaryOperator;

/**
 * The search for the size of the perturbation's current, which no recording tells: the current with which a network
 * comes nearest to the measured change of the neurons that the perturbation reaches directly.
 *
 * @param current its size, 0 or positive
 * @param error error of these neurons with it; 1 is the error of "no change"
 */
record CurrentSearch(double current, double error) {
    /** The smallest size that is tried; each further size is twice the one before. */
    private static final double SMALLEST = 0.05;

    private static final int SIZES = 10;
    private static final int REFINEMENTS = 10;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** An error has to be smaller than that of "no change" by this much. */
    private static final double GAIN = 0.01;

    /** Whether some current explains the targeted neurons better than "no change". */
    boolean isFound() {
        return error < 1 - GAIN;
    }

    /**
     * Searches first among doubling sizes, and then between the neighbours of the best one.
     *
     * @param error of a size; infinite if the rates diverge
     */
    static CurrentSearch of(DoubleUnaryOperator error) {
        CurrentSearch best = new CurrentSearch(0, 1);
        for (int k = 0; k < SIZES; k++) {
            best = better(best, SMALLEST * (1 << k), error);
        }
        double low = best.current() / 2;
        double high = best.current() == 0 ? SMALLEST : 2 * best.current();
        for (int step = 0; step < REFINEMENTS; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            CurrentSearch atLeft = new CurrentSearch(left, error.applyAsDouble(left));
            CurrentSearch atRight = new CurrentSearch(right, error.applyAsDouble(right));
            if (atLeft.error() <= atRight.error()) {
                high = right;
            } else {
                low = left;
            }
            CurrentSearch nearer = atLeft.error() <= atRight.error() ? atLeft : atRight;
            best = nearer.error() < best.error() ? nearer : best;
        }
        return best;
    }

    private static CurrentSearch better(CurrentSearch best, double size, DoubleUnaryOperator error) {
        double value = error.applyAsDouble(size);
        return value < best.error() ? new CurrentSearch(size, value) : best;
    }
}
