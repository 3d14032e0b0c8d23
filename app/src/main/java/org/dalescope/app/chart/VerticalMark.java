package org.dalescope.app.chart;

/**
 * A labelled vertical line, such as the best epoch or the event at 0 ms.
 *
 * @param atTop whether the label stands at the top, else at the bottom
 */
public record VerticalMark(String label, double x, LineStyle style, boolean atTop) {}
