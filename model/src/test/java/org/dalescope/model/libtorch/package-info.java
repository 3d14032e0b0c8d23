/** Tests of what is said of a libtorch, with made-up folders and a server of our own. */
@NullMarked
package org.dalescope.model.libtorch;

import org.jspecify.annotations.NullMarked;
