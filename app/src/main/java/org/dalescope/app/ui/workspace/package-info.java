/** The state that all views share, and the commands that change it. */
@NullMarked
package org.dalescope.app.ui.workspace;

import org.jspecify.annotations.NullMarked;
