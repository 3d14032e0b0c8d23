/** Learned functions of the inputs of one bin, which may stand between the inputs and the recurrence. */
@NullMarked
package org.dalescope.model.network.embedding;

import org.jspecify.annotations.NullMarked;
