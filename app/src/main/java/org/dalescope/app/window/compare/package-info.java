/** Runs beside each other: curves, neurons, PSTHs, weights, settings and a table. */
@NullMarked
package org.dalescope.app.window.compare;

import org.jspecify.annotations.NullMarked;
