package org.dalescope.app.chart;

/** A labelled horizontal line in a chart, such as a ceiling. */
public record HorizontalMark(String label, double y, LineStyle style) {}
