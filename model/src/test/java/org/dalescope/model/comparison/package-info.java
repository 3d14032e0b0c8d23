@NullMarked
package org.dalescope.model.comparison;

import org.jspecify.annotations.NullMarked;
