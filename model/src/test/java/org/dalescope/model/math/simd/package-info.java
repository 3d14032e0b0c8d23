@NullMarked
package org.dalescope.model.math.simd;

import org.jspecify.annotations.NullMarked;
