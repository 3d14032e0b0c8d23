/** The training scope: losses, score under its ceilings, time constants and gradients by epoch. */
@NullMarked
package org.dalescope.app.window.fit;

import org.jspecify.annotations.NullMarked;
