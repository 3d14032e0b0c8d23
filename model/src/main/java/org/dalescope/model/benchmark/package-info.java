/** Benchmarks of whole training epochs on a synthetic session: their time, the engine, and the growth with size. */
@NullMarked
package org.dalescope.model.benchmark;

import org.jspecify.annotations.NullMarked;
