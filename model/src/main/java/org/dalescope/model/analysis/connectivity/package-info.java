/** Analyses of the weights: structure, eigenvalues, linearised dynamics, and consistency over seeds. */
@NullMarked
package org.dalescope.model.analysis.connectivity;

import org.jspecify.annotations.NullMarked;
