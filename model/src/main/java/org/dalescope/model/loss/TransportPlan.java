package org.dalescope.model.loss;

import org.dalescope.model.kernel.TransportScaling;

/**
 * An entropic transport plan between model trials (rows) and data trials (columns), uniform marginals. It is kept as factors.
 *
 * @param iterations as many as were needed or allowed
 */
public record TransportPlan(
        int rows, int columns, int iterations, TransportScaling.Measures measures, TransportScaling factors) {
    /** Sum of the plan; 1 unless something underflowed. */
    public double total() {
        return measures.total();
    }

    /** L1 distance of the row sums from uniform. */
    public double marginalError() {
        return measures.rowError();
    }

    /** Mean over rows of exp(entropy): 1 is one-to-one, n is a blur. */
    public double effectiveMatches() {
        return measures.effectiveMatches();
    }

    /** The plan itself, multiplied out for the occasion, {@code [row][column]}. */
    public double[] plan() {
        return factors.plan();
    }
}
