/** Descriptive statistics, ranks, correlations, jackknife errors and permutation tests on plain arrays. */
@NullMarked
package org.dalescope.model.math.stats;

import org.jspecify.annotations.NullMarked;
