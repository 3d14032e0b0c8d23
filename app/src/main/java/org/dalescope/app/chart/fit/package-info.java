/** Charts of one fit: losses, scores, PSTHs, time constants, weights, and their figures for a report. */
@NullMarked
package org.dalescope.app.chart.fit;

import org.jspecify.annotations.NullMarked;
