package org.dalescope.model.math.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A vector kernel for the Bregman divergence of Poisson counts between expected counts r (rows) and y (points): the
 * mean over dimensions of y log(y / r) - y + r. Dimensions that are not valid on both sides contribute 0. A floor is
 * added to both sides. It keeps the logarithms finite and the divergence 0 if r = y and positive otherwise.
 *
 * <p>The divergence is one matrix product of [m, m log r, m r] with [n (y log y - y), -n y, n], where m and n are the
 * masks.
 *
 * @param mask 1 where valid, {@code [point][dimension]}; row i is valid where point i is
 * @param acrossPoints n (y log y - y), -n y and n, each over dimensions, {@code [3 x dimension][point]}
 * @param acrossDimensions n and n y, {@code [point][2 x dimension]}
 */
public record PoissonDivergence(
        int points, int dimensions, double[] mask, PackedDoubleMatrix acrossPoints, PackedDoubleMatrix acrossDimensions)
        implements PairwiseDistance {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    /** In counts. One spike of one neuron in a hundred is ten times as much. */
    private static final double FLOOR = 1e-3;

    /**
     * Divergences from the rows of {@code [point][dimension]}.
     *
     * @param counts expected counts, never negative
     */
    public static PoissonDivergence to(double[] counts, double[] mask, int points, int dimensions) {
        Shapes.same("the number of counts", counts.length, points * dimensions);
        Shapes.same("the length of the mask", mask.length, counts.length);
        double[] forward = new double[3 * counts.length];
        double[] back = new double[2 * counts.length];
        for (int i = 0; i < counts.length; i++) {
            int at = i / dimensions * 3 * dimensions + i % dimensions;
            int backAt = i / dimensions * 2 * dimensions + i % dimensions;
            double y = counts[i] + FLOOR;
            forward[at] = mask[i] * (y * Math.log(y) - y) / dimensions;
            forward[at + dimensions] = -mask[i] * y / dimensions;
            forward[at + 2 * dimensions] = mask[i] / dimensions;
            back[backAt] = mask[i] / dimensions;
            back[backAt + dimensions] = mask[i] * y / dimensions;
        }
        return new PoissonDivergence(
                points,
                dimensions,
                mask,
                PackedDoubleMatrix.ofTransposed(forward, 3 * dimensions, points),
                PackedDoubleMatrix.of(back, points, 2 * dimensions));
    }

    @Override
    public PaddedMatrix from(double[] rows, int count, WorkerThreads workers) {
        PaddedMatrix divergences = PaddedMatrix.in(workers.pool(), count, points);
        int stride = divergences.stride();
        RowBlocks.of(count, stride).run(workers, (block, first, end) -> {
            divergences.clear(first, end);
            double[] left = left(rows, first, end);
            acrossPoints.addProduct(left, 0, 3 * dimensions, divergences.values(), first * stride, end - first);
            notNegative(divergences.values(), first * stride, end * stride);
        });
        return divergences;
    }

    private double[] left(double[] rows, int first, int end) {
        double[] left = new double[(end - first) * 3 * dimensions];
        for (int i = first * dimensions; i < end * dimensions; i++) {
            int at = (i / dimensions - first) * 3 * dimensions + i % dimensions;
            if (mask[i] != 0) {
                double r = rows[i] + FLOOR;
                left[at] = mask[i];
                left[at + dimensions] = mask[i] * Math.log(r);
                left[at + 2 * dimensions] = mask[i] * r;
            }
        }
        return left;
    }

    /** Sets negative values to 0: rounding makes them negative if both sides are equal. */
    private static void notNegative(double[] values, int first, int end) {
        for (int i = first; i < end; i += SPECIES.length()) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, values, i);
            x.blend(0, x.compare(VectorOperators.LT, 0)).intoArray(values, i);
        }
    }

    /** The derivative per dimension is m n (1 - y / r). */
    @Override
    public void pullBack(
            MatchingWeights weights, PaddedMatrix distances, double[] rows, double[] gradient, int first, int end) {
        weights.replaceCost(first, end, new double[end - first]);
        int stride = PackedDoubleMatrix.padded(2 * dimensions);
        double[] pulled = new double[(end - first) * stride];
        acrossDimensions.addProduct(
                distances.values(), first * distances.stride(), distances.stride(), pulled, 0, end - first);
        for (int row = first; row < end; row++) {
            int from = (row - first) * stride;
            for (int k = 0; k < dimensions; k++) {
                int at = row * dimensions + k;
                gradient[at] = mask[at] * (pulled[from + k] - pulled[from + dimensions + k] / (rows[at] + FLOOR));
            }
        }
    }
}
