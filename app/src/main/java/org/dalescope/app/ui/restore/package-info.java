/** What the window keeps from one day to the next, and its log. */
@NullMarked
package org.dalescope.app.ui.restore;

import org.jspecify.annotations.NullMarked;
