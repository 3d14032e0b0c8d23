/** The files of a suite's folder. */
@NullMarked
package org.dalescope.model.suite.store;

import org.jspecify.annotations.NullMarked;
