/** Judging a model on sealed trials: K folds, each trial sealed once, next to the simplest rivals on the same folds. */
@NullMarked
package org.dalescope.model.judge;

import org.jspecify.annotations.NullMarked;
