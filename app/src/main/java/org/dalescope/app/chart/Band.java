package org.dalescope.app.chart;

import java.awt.Color;

/**
 * A band of a chart: the area between two curves, such as plus and minus one standard error.
 *
 * @param x ascending
 * @param low lower edge; NaN leaves a gap
 * @param high upper edge; NaN leaves a gap
 */
public record Band(double[] x, double[] low, double[] high, Color colour) {}
