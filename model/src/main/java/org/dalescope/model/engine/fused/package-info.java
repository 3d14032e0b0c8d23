/** The engine for the CPU: the recurrence in vector registers, without libtorch. */
@NullMarked
package org.dalescope.model.engine.fused;

import org.jspecify.annotations.NullMarked;
