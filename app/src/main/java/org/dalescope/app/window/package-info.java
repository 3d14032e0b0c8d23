/** The desktop program: one window that follows the experimenter's day from left to right. */
@NullMarked
package org.dalescope.app.window;

import org.jspecify.annotations.NullMarked;
