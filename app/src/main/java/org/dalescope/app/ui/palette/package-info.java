/** The command palette: finds actions, settings, presets, sessions and runs by typing. */
@NullMarked
package org.dalescope.app.ui.palette;

import org.jspecify.annotations.NullMarked;
