package org.dalescope.model.math.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** A vector kernel for the mean squared distance d(a, b) = |a - b|^2 / dimensions. */
public record MeanSquaredDistance(SquaredDistances squared) implements PairwiseDistance {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    /** Distances to the rows of {@code [point][dimension]}. */
    public static MeanSquaredDistance to(double[] fixed, int points, int dimensions) {
        return new MeanSquaredDistance(SquaredDistances.to(fixed, points, dimensions));
    }

    @Override
    public PaddedMatrix from(double[] rows, int count, WorkerThreads workers) {
        PaddedMatrix distances = PaddedMatrix.in(workers.pool(), count, squared.points());
        int stride = distances.stride();
        RowBlocks.of(count, stride).run(workers, (block, first, end) -> {
            distances.clear(first, end);
            squared.fill(rows, distances, first, end);
            divide(distances.values(), squared.dimensions(), first * stride, end * stride);
        });
        return distances;
    }

    private static void divide(double[] squares, int dimensions, int first, int end) {
        for (int i = first; i < end; i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, squares, i).div(dimensions).intoArray(squares, i);
        }
    }

    /** dd/da = 2 (a - b) / dimensions. */
    @Override
    public void pullBack(
            MatchingWeights weights, PaddedMatrix distances, double[] rows, double[] gradient, int first, int end) {
        double[] sums = new double[end - first];
        weights.replaceCost(first, end, sums);
        squared.pullBack(distances, sums, 2.0 / squared.dimensions(), rows, gradient, first, end);
    }
}
