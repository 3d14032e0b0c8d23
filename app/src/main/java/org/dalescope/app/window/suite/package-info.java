/** Suites in the window: set up, watch, compare, and open their fits. */
@NullMarked
package org.dalescope.app.window.suite;

import org.jspecify.annotations.NullMarked;
