/** The interface of the engines, which run the recurrence forward and backward and return statistics and gradients. */
@NullMarked
package org.dalescope.model.engine;

import org.jspecify.annotations.NullMarked;
