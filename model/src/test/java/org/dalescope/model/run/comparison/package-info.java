@NullMarked
package org.dalescope.model.run.comparison;

import org.jspecify.annotations.NullMarked;
