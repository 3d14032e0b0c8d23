package org.dalescope.model.math.simd;

/** A distance of some rows to fixed points, by matrix products, and the way back for derivatives. */
public sealed interface PairwiseDistance permits EuclideanDistance, MeanSquaredDistance, PoissonDivergence {

    /** Distances of the rows of {@code [row][dimension]}, {@code [row][point]}, in an array of the workers' pool. */
    PaddedMatrix from(double[] rows, int count, WorkerThreads workers);

    /**
     * Derivatives of sum weight x distance with the weights held fixed, for rows {@code first} to {@code end - 1}; the
     * weights take the place of the distances.
     *
     * @param weights of the distances that {@link #from} gave, still holding these
     * @param distances as {@link #from} gave them
     * @param rows as given to {@link #from}
     * @param gradient {@code [row][dimension]}
     */
    void pullBack(
            MatchingWeights weights, PaddedMatrix distances, double[] rows, double[] gradient, int first, int end);
}
