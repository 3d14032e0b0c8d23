package org.dalescope.app.chart;

import org.dalescope.model.analysis.core.Table;

/**
 * A chart with its title, its size and the numbers behind it, ready to be shown or written to a file.
 *
 * @param name base name of its files
 * @param width in pixels at scale 1
 * @param height in pixels at scale 1
 * @param numbers the numbers behind the chart, as a table with the figure's name
 */
public record Figure(String name, String title, int width, int height, Drawing drawing, Table numbers) {}
