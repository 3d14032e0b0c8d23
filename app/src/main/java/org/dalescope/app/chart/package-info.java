/** Charts as JFreeChart draws them, without JavaFX: the window, the report and the tests draw the same ones. */
@NullMarked
package org.dalescope.app.chart;

import org.jspecify.annotations.NullMarked;
