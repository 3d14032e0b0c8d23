/** Seeded random numbers: a counter-based generator, whose numbers do not depend on earlier ones, and NumPy's legacy shuffle. */
@NullMarked
package org.dalescope.model.math.random;

import org.jspecify.annotations.NullMarked;
