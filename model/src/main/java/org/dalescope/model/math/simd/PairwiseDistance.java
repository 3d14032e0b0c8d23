package org.dalescope.model.math.simd;

/**
 * A numerical kernel for a distance between rows and fixed points, computed by matrix products, with its derivatives.
 */
public sealed interface PairwiseDistance permits EuclideanDistance, MeanSquaredDistance, PoissonDivergence {

    /**
     * Distances {@code [row][point]} of the rows {@code [row][dimension]} to the points, in an array from the workers'
     * pool.
     */
    PaddedMatrix from(double[] rows, int count, WorkerThreads workers);

    /**
     * Derivatives of sum weight x distance with fixed weights, for rows {@code first} to {@code end - 1}. The weights
     * overwrite the distances.
     *
     * @param weights the weights of the distances that {@link #from} returned; they must still hold the distances
     * @param distances the distances that {@link #from} returned
     * @param rows the rows that were given to {@link #from}
     * @param gradient {@code [row][dimension]}
     */
    void pullBack(
            MatchingWeights weights, PaddedMatrix distances, double[] rows, double[] gradient, int first, int end);
}
