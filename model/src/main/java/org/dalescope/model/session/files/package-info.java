/** Opens a session file of any known format, and converts sessions from one format to another. The formats register here. */
@NullMarked
package org.dalescope.model.session.files;

import org.jspecify.annotations.NullMarked;
