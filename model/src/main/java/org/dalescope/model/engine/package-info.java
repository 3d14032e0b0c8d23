/** The contract of an engine: it runs the recurrence forward and backward, and returns statistics and gradients. */
@NullMarked
package org.dalescope.model.engine;

import org.jspecify.annotations.NullMarked;
