package org.dalescope.model.math.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A vector kernel for the Euclidean distance d(a, b) = sqrt(|a - b|^2 + floor), as in the predecessor. The floor keeps
 * the derivative finite if the points coincide.
 */
public record EuclideanDistance(SquaredDistances squared) implements PairwiseDistance {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final double FLOOR = 1e-12;

    /** Distances to the rows of {@code [point][dimension]}. */
    public static EuclideanDistance to(double[] fixed, int points, int dimensions) {
        return new EuclideanDistance(SquaredDistances.to(fixed, points, dimensions));
    }

    @Override
    public PaddedMatrix from(double[] rows, int count, WorkerThreads workers) {
        PaddedMatrix distances = PaddedMatrix.in(workers.pool(), count, squared.points());
        int stride = distances.stride();
        RowBlocks.of(count, stride).run(workers, (block, first, end) -> {
            distances.clear(first, end);
            squared.fill(rows, distances, first, end);
            roots(distances.values(), first * stride, end * stride);
        });
        return distances;
    }

    private static void roots(double[] squares, int first, int end) {
        for (int i = first; i < end; i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, squares, i).add(FLOOR).sqrt().intoArray(squares, i);
        }
    }

    /** dd/da = (a - b) / d. */
    @Override
    public void pullBack(
            MatchingWeights weights, PaddedMatrix distances, double[] rows, double[] gradient, int first, int end) {
        double[] sums = new double[end - first];
        weights.divideByCost(first, end, sums);
        squared.pullBack(distances, sums, 1, rows, gradient, first, end);
    }
}
