package org.dalescope.app.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/** A step of the visible range of a chart: zoom in, zoom out, or move along an axis. */
public enum ChartMove {
    CLOSER(0.1, 0.9, 0.1, 0.9),
    /** Reverts {@link #CLOSER}. */
    FARTHER(-0.125, 1.125, -0.125, 1.125),
    LEFT(-0.1, 0.9, 0, 1),
    RIGHT(0.1, 1.1, 0, 1),
    UP(0, 1, 0.1, 1.1),
    DOWN(0, 1, -0.1, 0.9);

    private final double left;
    private final double right;
    private final double bottom;
    private final double top;

    /** The next range as shares of the current range; on a logarithmic axis, as shares of its decades. */
    ChartMove(double left, double right, double bottom, double top) {
        this.left = left;
        this.right = right;
        this.bottom = bottom;
        this.top = top;
    }

    /** Moves the horizontal and the left axis with a single redraw. */
    public void on(JFreeChart chart) {
        XYPlot plot = chart.getXYPlot();
        chart.setNotify(false);
        if (left != 0) {
            plot.getDomainAxis().zoomRange(left, right);
        }
        if (bottom != 0) {
            plot.getRangeAxis().zoomRange(bottom, top);
        }
        chart.setNotify(true);
    }
}
