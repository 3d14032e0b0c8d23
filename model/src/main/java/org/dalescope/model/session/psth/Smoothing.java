package org.dalescope.model.session.psth;

/**
 * A Gaussian kernel that smooths PSTHs and other time courses. It is cut at 4 sigma and its weights are normalised; the
 * first and last values are repeated beyond the ends.
 *
 * @param weights kernel of odd length; the weight in the middle is that of the bin itself
 */
public record Smoothing(double[] weights) {
    private static final double CUT = 4;

    /** The kernel for a sigma; a sigma of 0 changes nothing. */
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

    /** Whether the kernel has almost no effect: less than 5 % of its weight is outside the bin itself. */
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
     * The matrix {@code [kept][bin]}, row-major, that removes bins from a PSTH and smooths the kept bins. Removing and
     * smoothing are one linear map, so that a loss can use a matrix product.
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
