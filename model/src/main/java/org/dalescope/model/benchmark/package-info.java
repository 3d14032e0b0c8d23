/** Measures whole training epochs of a made-up session: how long they take, on what, and how that grows with size. */
@NullMarked
package org.dalescope.model.benchmark;

import org.jspecify.annotations.NullMarked;
