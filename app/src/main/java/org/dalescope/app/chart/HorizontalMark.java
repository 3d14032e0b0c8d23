package org.dalescope.app.chart;

/** A labelled horizontal line, such as a ceiling. */
public record HorizontalMark(String label, double y, LineStyle style) {}
