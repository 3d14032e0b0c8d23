package org.dalescope.app.chart;

import java.awt.Color;

/**
 * A band of a chart: the area between two curves, such as plus and minus one standard error.
 *
 * @param x ascending
 * @param low lower edge; NaN leaves a gap
 * @param high upper edge; NaN leaves a gap
 */
public record Band(double[] x, double[] low, double[] high, Color colour) {
    /** The band of plus and minus an error around a curve. */
    public static Band around(double[] x, double[] middle, double[] error, Color colour) {
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            low[i] = middle[i] - error[i];
            high[i] = middle[i] + error[i];
        }
        return new Band(x, low, high, colour);
    }
}
