/** Seeded randomness: counter-based, so that any number can be made again without the ones before it; and NumPy's legacy shuffle. */
@NullMarked
package org.dalescope.model.random;

import org.jspecify.annotations.NullMarked;
