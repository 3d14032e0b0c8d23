/** The view of a running or finished fit: losses, score, time constants and gradients by epoch. */
@NullMarked
package org.dalescope.app.ui.fit;

import org.jspecify.annotations.NullMarked;
