/** The tensor engine on libtorch, for the CPU or a CUDA device. Only this package and {@code engine.choice} use DJL. */
@NullMarked
package org.dalescope.model.engine.libtorch;

import org.jspecify.annotations.NullMarked;
