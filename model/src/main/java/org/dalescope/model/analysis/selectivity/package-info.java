/** Analyses of selectivity in data and model: AUC index and partial eta squared of every factor. */
@NullMarked
package org.dalescope.model.analysis.selectivity;

import org.jspecify.annotations.NullMarked;
