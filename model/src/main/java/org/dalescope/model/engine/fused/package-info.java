/** The fused engine for the CPU, which runs the recurrence in vector registers without libtorch. */
@NullMarked
package org.dalescope.model.engine.fused;

import org.jspecify.annotations.NullMarked;
