/** Losses of the model's statistics with their derivatives, and optimal transport between trials. */
@NullMarked
package org.dalescope.model.training.loss;

import org.jspecify.annotations.NullMarked;
