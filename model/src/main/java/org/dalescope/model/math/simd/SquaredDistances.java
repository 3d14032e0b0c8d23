package org.dalescope.model.math.simd;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A vector kernel for the squared Euclidean distances of rows to fixed points, |a - b|^2 = max(a a + b b - 2 a b, 0),
 * as a matrix product.
 *
 * @param points {@code [point][dimension]}, the fixed ones
 * @param acrossPoints the same, to be multiplied from the left with other points
 * @param acrossDimensions the same, to be multiplied from the left with weights of the points
 * @param squares of the fixed points' lengths, one padded row
 */
record SquaredDistances(
        int points,
        int dimensions,
        PackedDoubleMatrix acrossPoints,
        PackedDoubleMatrix acrossDimensions,
        double[] squares) {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    /** Distances to the rows of {@code [point][dimension]}. */
    static SquaredDistances to(double[] fixed, int points, int dimensions) {
        Shapes.room("the fixed points", fixed.length, (long) points * dimensions);
        double[] squares = Arrays.copyOf(squares(fixed, 0, points, dimensions), PackedDoubleMatrix.padded(points));
        return new SquaredDistances(
                points,
                dimensions,
                PackedDoubleMatrix.ofTransposed(fixed, dimensions, points),
                PackedDoubleMatrix.of(fixed, points, dimensions),
                squares);
    }

    /**
     * Computes rows {@code first} to {@code end - 1} of the distances {@code [row][point]}, which must be zero before.
     */
    void fill(double[] rows, PaddedMatrix distances, int first, int end) {
        int stride = distances.stride();
        acrossPoints.addProduct(rows, first * dimensions, dimensions, distances.values(), first * stride, end - first);
        double[] own = squares(rows, first, end, dimensions);
        for (int row = first; row < end; row++) {
            distances(distances.values(), row * stride, own[row - first], squares);
        }
    }

    private static void distances(double[] products, int at, double square, double[] squares) {
        for (int j = 0; j < squares.length; j += SPECIES.length()) {
            DoubleVector both = DoubleVector.fromArray(SPECIES, squares, j).add(square);
            DoubleVector product = DoubleVector.fromArray(SPECIES, products, at + j);
            DoubleVector distance = product.mul(-2).add(both);
            distance.blend(0, distance.compare(VectorOperators.LT, 0)).intoArray(products, at + j);
        }
    }

    /**
     * {@code gradient[row] = scale (sums[row] a - sum over points of weight x b)}, half the derivative of the weighted
     * squares.
     *
     * @param weights {@code [row][point]}
     * @param sums sum of the weights per row
     */
    void pullBack(
            PaddedMatrix weights, double[] sums, double scale, double[] rows, double[] gradient, int first, int end) {
        int stride = PackedDoubleMatrix.padded(dimensions);
        double[] pulled = new double[(end - first) * stride];
        acrossDimensions.addProduct(
                weights.values(), first * weights.stride(), weights.stride(), pulled, 0, end - first);
        for (int row = first; row < end; row++) {
            for (int k = 0; k < dimensions; k++) {
                int at = row * dimensions + k;
                gradient[at] = scale * (sums[row - first] * rows[at] - pulled[(row - first) * stride + k]);
            }
        }
    }

    /**
     * Squared lengths, summed in the order of a matrix product so that a point has distance 0 from itself; four chains
     * run in parallel.
     */
    private static double[] squares(double[] rows, int first, int end, int dimensions) {
        double[] squares = new double[end - first + 3];
        for (int row = first; row < end; row += 4) {
            int at = row * dimensions;
            int at1 = Math.min(row + 1, end - 1) * dimensions;
            int at2 = Math.min(row + 2, end - 1) * dimensions;
            int at3 = Math.min(row + 3, end - 1) * dimensions;
            double sum = 0;
            double sum1 = 0;
            double sum2 = 0;
            double sum3 = 0;
            for (int k = 0; k < dimensions; k++) {
                sum = Math.fma(rows[at + k], rows[at + k], sum);
                sum1 = Math.fma(rows[at1 + k], rows[at1 + k], sum1);
                sum2 = Math.fma(rows[at2 + k], rows[at2 + k], sum2);
                sum3 = Math.fma(rows[at3 + k], rows[at3 + k], sum3);
            }
            squares[row - first] = sum;
            squares[row - first + 1] = sum1;
            squares[row - first + 2] = sum2;
            squares[row - first + 3] = sum3;
        }
        return Arrays.copyOf(squares, end - first);
    }
}
