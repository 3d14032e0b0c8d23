@NullMarked
package org.dalescope.model.kernel;

import org.jspecify.annotations.NullMarked;
