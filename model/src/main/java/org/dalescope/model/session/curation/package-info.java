/** Leaves neurons, trials and channels out of a session and corrects cell types, according to the settings. */
@NullMarked
package org.dalescope.model.session.curation;

import org.jspecify.annotations.NullMarked;
