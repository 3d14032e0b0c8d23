/** Tests of suites in the window, without a toolkit. */
@NullMarked
package org.dalescope.app.window.library;

import org.jspecify.annotations.NullMarked;
