/** The one fit that runs: a named daemon thread, and the bar that shows it. */
@NullMarked
package org.dalescope.app.window.job;

import org.jspecify.annotations.NullMarked;
