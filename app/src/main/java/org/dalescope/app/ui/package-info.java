/** The start of the desktop window. */
@NullMarked
package org.dalescope.app.ui;

import org.jspecify.annotations.NullMarked;
