/** Charts of what analyses found, made of their tables alone, so that the window and a report show the same. */
@NullMarked
package org.dalescope.app.chart.analysis;

import org.jspecify.annotations.NullMarked;
