/** Input embeddings: functions of the inputs, learned or fixed, applied before the recurrence. */
@NullMarked
package org.dalescope.model.network.embedding;

import org.jspecify.annotations.NullMarked;
