/** Controls and chart panes that all views use, and the light and dark appearance. */
@NullMarked
package org.dalescope.app.ui.control;

import org.jspecify.annotations.NullMarked;
