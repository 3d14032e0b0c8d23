@NullMarked
package org.dalescope.model.split;

import org.jspecify.annotations.NullMarked;
