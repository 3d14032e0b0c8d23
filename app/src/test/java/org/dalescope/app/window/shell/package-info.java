/** What the window does for a person, without a window. */
@NullMarked
package org.dalescope.app.window.shell;

import org.jspecify.annotations.NullMarked;
