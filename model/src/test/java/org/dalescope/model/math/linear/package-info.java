@NullMarked
package org.dalescope.model.math.linear;

import org.jspecify.annotations.NullMarked;
