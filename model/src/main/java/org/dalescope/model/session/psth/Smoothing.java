package org.dalescope.model.session.psth;

/**
 * Gaussian smoothing over time: cut at 4 sigma, weights normalised, first and last value repeated beyond the ends.
 *
 * @param weights kernel of odd length, the middle is the bin itself
 */
public record Smoothing(double[] weights) {
    private static final double CUT = 4;

    /** The kernel for a sigma; a sigma of 0 leaves everything as it is. */
    public static Smoothing gaussian(double sigmaMs, double binMs) {
        double sigma = sigmaMs / binMs;
        int radius = (int) (CUT * sigma + 0.5);
        double[] weights = new double[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            weights[i + radius] = sigma > 0 ? Math.exp(-i * i / (2 * sigma * sigma)) : 1;
            sum += weights[i + radius];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return new Smoothing(weights);
    }

    /** Whether the kernel does practically nothing: less than 5 % of its weight lies outside the bin itself. */
    public boolean collapses() {
        return weights[weights.length / 2] > 0.95;
    }

    /** Smooths one sequence. */
    public double[] apply(double[] values) {
        int radius = weights.length / 2;
        double[] smooth = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            for (int i = -radius; i <= radius; i++) {
                smooth[t] += weights[i + radius] * values[Math.clamp(t + i, 0, values.length - 1)];
            }
        }
        return smooth;
    }

    /**
     * The matrix that takes some bins out of a PSTH and smooths over what is left, {@code [kept][bin]} row-major: removing
     * and smoothing as one linear map, so that a loss can be written as a product.
     */
    public double[] matrix(int[] kept, int bins) {
        int radius = weights.length / 2;
        double[] matrix = new double[kept.length * bins];
        for (int t = 0; t < kept.length; t++) {
            for (int i = -radius; i <= radius; i++) {
                matrix[t * bins + kept[Math.clamp(t + i, 0, kept.length - 1)]] += weights[i + radius];
            }
        }
        return matrix;
    }
}
