/** The window's keyboard shortcuts. */
@NullMarked
package org.dalescope.app.ui.keyboard;

import org.jspecify.annotations.NullMarked;
