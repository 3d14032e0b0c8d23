/**
 * Building blocks of charts. They are drawn by JFreeChart without JavaFX, so that windows, reports and tests draw the
 * same charts.
 */
@NullMarked
package org.dalescope.app.chart;

import org.jspecify.annotations.NullMarked;
