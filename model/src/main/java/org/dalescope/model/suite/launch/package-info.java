/** Runs the fits of a suite on this machine or on a SLURM cluster. */
@NullMarked
package org.dalescope.model.suite.launch;

import org.jspecify.annotations.NullMarked;
