/** Tests of suites in the window, without a toolkit. */
@NullMarked
package org.dalescope.app.window.suite;

import org.jspecify.annotations.NullMarked;
