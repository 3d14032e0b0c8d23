/** The plan of a suite: arms, seeds, sessions and combinations, and how plans are read. */
@NullMarked
package org.dalescope.model.suite.plan;

import org.jspecify.annotations.NullMarked;
