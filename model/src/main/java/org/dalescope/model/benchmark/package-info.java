/** Measures whole training epochs of a made-up session of any size: how long, where the time goes, how it grows. */
@NullMarked
package org.dalescope.model.benchmark;

import org.jspecify.annotations.NullMarked;
