/**
 * Numerical routines on plain arrays that use the processor's vector registers, and the threads that share the work.
 *
 * <p>Every sum has an order that depends on sizes alone. Neither the number of threads nor the just-in-time compiler
 * changes any bit.
 */
@NullMarked
package org.dalescope.model.math.simd;

import org.jspecify.annotations.NullMarked;
