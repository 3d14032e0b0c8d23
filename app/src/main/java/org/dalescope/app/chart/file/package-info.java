/** Writes a figure to a file: PDF, PNG or SVG, with its numbers as CSV. */
@NullMarked
package org.dalescope.app.chart.file;

import org.jspecify.annotations.NullMarked;
