/** The view of time constants. */
@NullMarked
package org.dalescope.app.ui.timeconstants;

import org.jspecify.annotations.NullMarked;
