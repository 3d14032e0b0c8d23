/** Converts sessions to plain named arrays for other programs, and back. */
@NullMarked
package org.dalescope.model.session.format.plain;

import org.jspecify.annotations.NullMarked;
