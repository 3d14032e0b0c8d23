/** What may stand between a session's inputs and the recurrence: learned functions of one bin's channels. */
@NullMarked
package org.dalescope.model.embedding;

import org.jspecify.annotations.NullMarked;
