@NullMarked
package org.dalescope.model.math.stats;

import org.jspecify.annotations.NullMarked;
