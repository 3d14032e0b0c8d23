@NullMarked
package org.dalescope.model.array;

import org.jspecify.annotations.NullMarked;
