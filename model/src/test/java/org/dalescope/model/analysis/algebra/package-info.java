@NullMarked
package org.dalescope.model.analysis.algebra;

import org.jspecify.annotations.NullMarked;
