package org.dalescope.app.chart;

import org.dalescope.model.analysis.core.Table;

/**
 * A chart with its title, its size and the numbers behind it, ready to be shown or written to a file.
 *
 * @param name for files
 * @param width in pixels at scale 1
 * @param height in pixels at scale 1
 * @param numbers behind it, under its name
 */
public record Figure(String name, String title, int width, int height, Drawing drawing, Table numbers) {}
