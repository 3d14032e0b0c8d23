/** The commands and scripts of a SLURM cluster. Knows nothing of suites and fits. */
@NullMarked
package org.dalescope.model.suite.slurm;

import org.jspecify.annotations.NullMarked;
