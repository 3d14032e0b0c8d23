/** Input embeddings: learned functions of the inputs of one bin, applied before the recurrence. */
@NullMarked
package org.dalescope.model.network.embedding;

import org.jspecify.annotations.NullMarked;
