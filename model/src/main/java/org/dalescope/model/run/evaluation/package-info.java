/** Scores a fitted network on a partition of the trials. */
@NullMarked
package org.dalescope.model.run.evaluation;

import org.jspecify.annotations.NullMarked;
