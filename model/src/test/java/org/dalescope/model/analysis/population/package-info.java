@NullMarked
package org.dalescope.model.analysis.population;

import org.jspecify.annotations.NullMarked;
