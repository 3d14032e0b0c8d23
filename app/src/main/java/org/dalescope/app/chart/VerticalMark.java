package org.dalescope.app.chart;

/**
 * A labelled vertical line in a chart, such as the best epoch or the event at 0 ms.
 *
 * @param atTop true if the label is at the top, false if at the bottom
 */
public record VerticalMark(String label, double x, LineStyle style, boolean atTop) {}
