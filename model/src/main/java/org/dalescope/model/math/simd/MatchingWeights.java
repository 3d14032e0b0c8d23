package org.dalescope.model.math.simd;

/**
 * How much each model trial (row) is matched to each data trial (column), in the place of the costs it was found with: once known,
 * nobody needs the costs any more.
 */
public sealed interface MatchingWeights permits SinkhornState, OptimalAssignment {
    /**
     * Replaces rows {@code first} to {@code end - 1} of the costs by weights, 0 in the padding; a row's sum goes to
     * {@code sums[row - first]}.
     */
    void replaceCost(int first, int end, double[] sums);

    /** As {@link #replaceCost}, by weight / cost. */
    void divideByCost(int first, int end, double[] sums);

    /**
     * What the weights are like.
     *
     * @param total sum of the weights
     * @param rowError L1 distance of the row sums from uniform
     * @param paid sum of weight times cost
     * @param effectiveMatches mean over rows of exp(entropy)
     */
    record Measures(double total, double rowError, double paid, double effectiveMatches) {}

    /** Looks at all weights once, while the costs are still there. */
    Measures measure();

    /** Gives the matrices away to be used again: nothing of this may be asked afterwards. */
    void release(DoubleArrayPool pool);

    /** The weights, {@code [row][column]}. */
    double[] plan();
}
