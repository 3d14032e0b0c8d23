/** Tests of suites in the window, without a toolkit. */
@NullMarked
package org.dalescope.app.window.compare;

import org.jspecify.annotations.NullMarked;
