package org.dalescope.app.chart;

import java.util.Arrays;

/**
 * A curve of a chart.
 *
 * @param name name in the legend; empty for no legend entry
 * @param label name while the mouse is over the curve; empty for a curve that cannot be pointed at
 * @param x ascending
 * @param y same length as x; NaN leaves a gap
 * @param right true if the curve uses the right axis
 * @param behind true if the curve is background, such as raw bins, which does not stretch the axes
 */
public record Line(String name, String label, double[] x, double[] y, LineStyle style, boolean right, boolean behind) {
    /** A curve on the left axis. */
    public static Line of(String name, double[] x, double[] y, LineStyle style) {
        return new Line(name, name, x, y, style, false, false);
    }

    /** The same curve on the right axis. */
    public Line onTheRight() {
        return new Line(name, label, x, y, style, true, behind);
    }

    /** The same curve with a name for the mouse only, because the legend cannot list so many. */
    public Line labelled(String newLabel) {
        return new Line(name, newLabel, x, y, style, right, behind);
    }

    /** The same curve in another style. */
    public Line withStyle(LineStyle newStyle) {
        return new Line(name, label, x, y, newStyle, right, behind);
    }

    /** The same curve through other points. */
    public Line through(double[] newX, double[] newY) {
        return new Line(name, label, newX, newY, style, right, behind);
    }

    /** The same curve as background, which the axes may cut. */
    public Line asBackground() {
        return new Line(name, label, x, y, style, right, true);
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

    /** The value at the point that is nearest to a position on the horizontal axis; NaN if there is none. */
    public double at(double position) {
        int nearest = nearest(position);
        return nearest < 0 ? Double.NaN : y[nearest];
    }

    /** The position of the point that is nearest to a position; the position itself if there is none. */
    public double pointAt(double position) {
        int nearest = nearest(position);
        return nearest < 0 ? position : x[nearest];
    }

    private int nearest(double position) {
        int found = Arrays.binarySearch(x, position);
        int next = found < 0 ? -found - 1 : found;
        if (next == 0 || next == x.length) {
            return Math.min(next, x.length - 1);
        }
        return position - x[next - 1] <= x[next] - position ? next - 1 : next;
    }

    /** The same curve without values that a logarithmic axis cannot show. */
    Line positive() {
        double[] kept = new double[y.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = y[i] > 0 ? y[i] : Double.NaN;
        }
        return through(x, kept);
    }
}
