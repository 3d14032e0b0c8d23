/** Controls and chart panes that all views use, and the appearance in light and dark. */
@NullMarked
package org.dalescope.app.ui.control;

import org.jspecify.annotations.NullMarked;
