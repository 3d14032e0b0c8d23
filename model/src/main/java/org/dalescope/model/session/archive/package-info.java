/** Dalescope's own session file: a zip of npy arrays with one JSON description, small and exact. */
@NullMarked
package org.dalescope.model.session.archive;

import org.jspecify.annotations.NullMarked;
