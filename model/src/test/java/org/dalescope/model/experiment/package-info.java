/** Plans, suites and their statistics. */
@NullMarked
package org.dalescope.model.experiment;

import org.jspecify.annotations.NullMarked;
