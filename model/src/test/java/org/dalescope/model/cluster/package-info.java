/** Tests with stand-ins for SLURM's commands. */
@NullMarked
package org.dalescope.model.cluster;

import org.jspecify.annotations.NullMarked;
