/** Leaves neurons, trials and channels out of a session and corrects cell types, as the settings say. */
@NullMarked
package org.dalescope.model.session.curation;

import org.jspecify.annotations.NullMarked;
