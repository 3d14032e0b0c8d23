/** Fits and suites that run or wait in the background, and the job bar that shows them. */
@NullMarked
package org.dalescope.app.ui.jobs;

import org.jspecify.annotations.NullMarked;
