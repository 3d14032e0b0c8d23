package org.dalescope.app.chart;

/**
 * One curve.
 *
 * @param name in the legend; empty keeps it out of the legend
 * @param x ascending
 * @param y as many values as x; NaN leaves a gap
 * @param right whether the axis on the right measures it
 */
public record Line(String name, double[] x, double[] y, LineStyle style, boolean right) {
    /** A curve measured by the left axis. */
    public static Line of(String name, double[] x, double[] y, LineStyle style) {
        return new Line(name, x, y, style, false);
    }

    /** The same curve measured by the right axis. */
    public Line onTheRight() {
        return new Line(name, x, y, style, true);
    }

    /** Whether any value is defined. */
    public boolean isDrawable() {
        for (double value : y) {
            if (!Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /** The same curve without what a logarithmic axis cannot show. */
    Line positive() {
        double[] kept = new double[y.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = y[i] > 0 ? y[i] : Double.NaN;
        }
        return new Line(name, x, kept, style, right);
    }
}
