package org.dalescope.model.loss;

/**
 * An entropic transport plan between model trials (rows) and data trials (columns), uniform marginals.
 *
 * @param plan {@code [row][column]}, sums to 1
 * @param marginalError L1 distance of the row sums from uniform
 * @param effectiveMatches mean over rows of exp(entropy): 1 is one-to-one, n is a blur
 */
public record TransportPlan(
        int rows, int columns, double[] plan, int iterations, double marginalError, double effectiveMatches) {
    /** Sum of the plan; 1 unless something underflowed. */
    public double total() {
        double sum = 0;
        for (double p : plan) {
            sum += p;
        }
        return sum;
    }
}
