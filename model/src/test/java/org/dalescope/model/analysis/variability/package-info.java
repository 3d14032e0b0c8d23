@NullMarked
package org.dalescope.model.analysis.variability;

import org.jspecify.annotations.NullMarked;
