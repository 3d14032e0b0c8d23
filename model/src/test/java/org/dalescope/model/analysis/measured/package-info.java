@NullMarked
package org.dalescope.model.analysis.measured;

import org.jspecify.annotations.NullMarked;
