/** The main window: bars, tabs, side panes, and the restoring of its state. */
@NullMarked
package org.dalescope.app.ui.shell;

import org.jspecify.annotations.NullMarked;
