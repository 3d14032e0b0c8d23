/** Time constants: their courses and final values. */
@NullMarked
package org.dalescope.app.window.timeconstants;

import org.jspecify.annotations.NullMarked;
