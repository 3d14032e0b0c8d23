/** The HTML report of a run, with its figures beside it. */
@NullMarked
package org.dalescope.app.report;

import org.jspecify.annotations.NullMarked;
