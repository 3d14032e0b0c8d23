/**
 * Arithmetic on plain arrays with the machine's vector registers, and the threads that share it out. Every sum has one order,
 * fixed by sizes alone: neither the number of threads nor the just-in-time compiler changes a bit. Knows nothing of networks.
 */
@NullMarked
package org.dalescope.model.kernel;

import org.jspecify.annotations.NullMarked;
