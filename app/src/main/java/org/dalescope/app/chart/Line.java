package org.dalescope.app.chart;

/**
 * A curve of a chart.
 *
 * @param name name in the legend; empty for no legend entry
 * @param x ascending
 * @param y same length as x; NaN leaves a gap
 * @param right true if the curve uses the right axis
 */
public record Line(String name, double[] x, double[] y, LineStyle style, boolean right) {
    /** A curve on the left axis. */
    public static Line of(String name, double[] x, double[] y, LineStyle style) {
        return new Line(name, x, y, style, false);
    }

    /** The same curve on the right axis. */
    public Line onTheRight() {
        return new Line(name, x, y, style, true);
    }

    /** Returns true if any value is defined. */
    public boolean isDrawable() {
        for (double value : y) {
            if (!Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /** The same curve without values that a logarithmic axis cannot show. */
    Line positive() {
        double[] kept = new double[y.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = y[i] > 0 ? y[i] : Double.NaN;
        }
        return new Line(name, x, kept, style, right);
    }
}
