/** Sessions opened and runs on disk. */
@NullMarked
package org.dalescope.app.window.library;

import org.jspecify.annotations.NullMarked;
