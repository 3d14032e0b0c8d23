/**
 * Opens a session file of any known format, and converts sessions from one format to another. All formats are
 * registered here.
 */
@NullMarked
package org.dalescope.model.session.files;

import org.jspecify.annotations.NullMarked;
