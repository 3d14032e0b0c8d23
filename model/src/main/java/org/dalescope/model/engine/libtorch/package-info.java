/** The engine on libtorch, for the CPU or a CUDA device. The only package that uses DJL. */
@NullMarked
package org.dalescope.model.engine.libtorch;

import org.jspecify.annotations.NullMarked;
