/** Analyses of the weights: structure, eigenvalues, linearised dynamics, and which weights the data determine. */
@NullMarked
package org.dalescope.model.analysis.connectivity;

import org.jspecify.annotations.NullMarked;
