/** Training of a network: steps, gradient balance, Adam, learning-rate schedules and early stopping. */
@NullMarked
package org.dalescope.model.training;

import org.jspecify.annotations.NullMarked;
