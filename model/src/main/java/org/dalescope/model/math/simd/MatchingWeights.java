package org.dalescope.model.math.simd;

/**
 * Numerical kernels on the weights of a matching: how much each model trial (row) is matched to each data trial
 * (column). The weights replace the costs from which they were computed, because the costs are not needed afterwards.
 */
public sealed interface MatchingWeights permits SinkhornState, OptimalAssignment {
    /**
     * Replaces rows {@code first} to {@code end - 1} of the costs by weights, with 0 in the padding; the sum of each
     * row is stored in {@code sums[row - first]}.
     */
    void replaceCost(int first, int end, double[] sums);

    /** Like {@link #replaceCost}, with weight / cost in place of the weight. */
    void divideByCost(int first, int end, double[] sums);

    /**
     * A summary of the weights.
     *
     * @param total sum of the weights
     * @param rowError L1 distance of the row sums from uniform
     * @param paid sum of weight times cost
     * @param effectiveMatches mean over rows of exp(entropy)
     */
    record Measures(double total, double rowError, double paid, double effectiveMatches) {}

    /** Summarises all weights; must be called before the costs are replaced. */
    Measures measure();

    /** Returns the matrices to the pool. This object must not be used afterwards. */
    void release(DoubleArrayPool pool);

    /** The weights, {@code [row][column]}. */
    double[] plan();
}
