/** Finds anything by typing: actions, settings, presets, sessions, runs. */
@NullMarked
package org.dalescope.app.window.palette;

import org.jspecify.annotations.NullMarked;
