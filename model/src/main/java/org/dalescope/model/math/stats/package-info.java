/** Descriptive statistics, ranks, correlations and jackknife errors on plain arrays. */
@NullMarked
package org.dalescope.model.math.stats;

import org.jspecify.annotations.NullMarked;
