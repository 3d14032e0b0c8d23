/** What holds the views together: bars, tabs, shortcuts and the state they share. */
@NullMarked
package org.dalescope.app.window.shell;

import org.jspecify.annotations.NullMarked;
