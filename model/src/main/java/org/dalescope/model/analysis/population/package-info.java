/** The population: shared axes, fixed points and the currents that hold the rates. */
@NullMarked
package org.dalescope.model.analysis.population;

import org.jspecify.annotations.NullMarked;
