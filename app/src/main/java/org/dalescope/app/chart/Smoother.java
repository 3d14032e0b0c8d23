package org.dalescope.app.chart;

/**
 * Smooths a curve of a chart with an exponentially weighted running mean. There is no bias at the start: the first
 * smoothed value is the first raw value. The last smoothed value is at the position of the last raw value.
 */
public final class Smoother {
    private Smoother() {}

    /**
     * Smooths a sequence; NaN stays NaN and does not affect later values.
     *
     * @param factor weight of the past, 0 (raw) to below 1
     */
    public static double[] smooth(double[] values, double factor) {
        double[] smooth = new double[values.length];
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                smooth[i] = Double.NaN;
                continue;
            }
            sum = factor * sum + (1 - factor) * values[i];
            weight = factor * weight + (1 - factor);
            smooth[i] = sum / weight;
        }
        return smooth;
    }
}
