@NullMarked
package org.dalescope.model.random;

import org.jspecify.annotations.NullMarked;
