package org.dalescope.app.chart;

/** A labelled vertical line, such as the best epoch or the event at 0 ms. */
public record Mark(String label, double x, LineStyle style) {}
