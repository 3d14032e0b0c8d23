@NullMarked
package org.dalescope.model.suite.slurm;

import org.jspecify.annotations.NullMarked;
