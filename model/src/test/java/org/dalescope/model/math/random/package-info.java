@NullMarked
package org.dalescope.model.math.random;

import org.jspecify.annotations.NullMarked;
