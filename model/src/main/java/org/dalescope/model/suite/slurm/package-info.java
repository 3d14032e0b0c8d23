/** The commands and scripts of a SLURM cluster. This package does not depend on suites and fits. */
@NullMarked
package org.dalescope.model.suite.slurm;

import org.jspecify.annotations.NullMarked;
