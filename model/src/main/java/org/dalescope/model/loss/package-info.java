/** Losses on small statistics with their derivatives written out, in float64 on the CPU; optimal transport between trials. */
@NullMarked
package org.dalescope.model.loss;

import org.jspecify.annotations.NullMarked;
