/** The main window: bars, tabs, panes at the sides, and how they are restored. */
@NullMarked
package org.dalescope.app.ui.shell;

import org.jspecify.annotations.NullMarked;
