package org.dalescope.model.math.stats;

/**
 * Pearson's r with Fisher's 95 % interval: atanh(r) plus and minus 1.96 / sqrt(n - 3).
 *
 * @param r NaN if one of the two does not vary
 * @param low lower end; NaN below four pairs
 * @param high upper end
 */
public record CorrelationInterval(double r, double low, double high) {
    private static final double NORMAL = 1.959963984540054;
    private static final int LEAST_PAIRS = 4;

    public static CorrelationInterval of(double[] a, double[] b) {
        double r = Correlation.pearson(a, b);
        if (a.length < LEAST_PAIRS) {
            return new CorrelationInterval(r, Double.NaN, Double.NaN);
        }
        double z = fisher(r);
        double half = NORMAL / Math.sqrt(a.length - 3.0);
        return new CorrelationInterval(r, Math.tanh(z - half), Math.tanh(z + half));
    }

    /** Fisher's scale of a correlation, atanh(r), on which its error does not depend on r. */
    public static double fisher(double r) {
        return 0.5 * Math.log((1 + r) / (1 - r));
    }
}
