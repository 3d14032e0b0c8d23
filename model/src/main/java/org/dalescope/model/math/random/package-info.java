/**
 * Seeded random numbers: a counter-based generator, in which no number depends on earlier ones, and NumPy's legacy
 * shuffle.
 */
@NullMarked
package org.dalescope.model.math.random;

import org.jspecify.annotations.NullMarked;
