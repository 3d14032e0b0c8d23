/** Building blocks of charts, drawn by JFreeChart without JavaFX, so that window, report and tests draw the same. */
@NullMarked
package org.dalescope.app.chart;

import org.jspecify.annotations.NullMarked;
