/** The results of a suite: summaries of fits, and the comparison of the arms. */
@NullMarked
package org.dalescope.model.suite.results;

import org.jspecify.annotations.NullMarked;
