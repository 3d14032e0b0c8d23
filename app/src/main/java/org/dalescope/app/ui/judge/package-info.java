/** Judging the configured model on sealed trials in the background. */
@NullMarked
package org.dalescope.app.ui.judge;

import org.jspecify.annotations.NullMarked;
