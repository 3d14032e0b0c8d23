/** The list of sessions, runs and suites on the left. */
@NullMarked
package org.dalescope.app.ui.library;

import org.jspecify.annotations.NullMarked;
