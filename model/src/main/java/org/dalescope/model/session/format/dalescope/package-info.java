/** Reads and writes Dalescope's own session file: a zip of npy arrays with one JSON description. */
@NullMarked
package org.dalescope.model.session.format.dalescope;

import org.jspecify.annotations.NullMarked;
