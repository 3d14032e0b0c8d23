/** The loss functions with their derivatives, and optimal transport between trials. */
@NullMarked
package org.dalescope.model.training.loss;

import org.jspecify.annotations.NullMarked;
