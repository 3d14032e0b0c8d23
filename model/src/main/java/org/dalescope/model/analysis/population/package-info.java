/** Analyses of the population: principal axes, fixed points and currents. */
@NullMarked
package org.dalescope.model.analysis.population;

import org.jspecify.annotations.NullMarked;
