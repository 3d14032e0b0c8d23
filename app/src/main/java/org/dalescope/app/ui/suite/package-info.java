/** The view of a suite: set up, watch, compare, and open its fits. */
@NullMarked
package org.dalescope.app.ui.suite;

import org.jspecify.annotations.NullMarked;
