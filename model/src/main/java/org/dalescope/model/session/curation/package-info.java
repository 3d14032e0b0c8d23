/** What settings leave out of a session or correct in it, before anything is split or fitted. */
@NullMarked
package org.dalescope.model.session.curation;

import org.jspecify.annotations.NullMarked;
