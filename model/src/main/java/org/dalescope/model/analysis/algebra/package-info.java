/** Eigenvalues and singular values of small matrices, as the analyses want them. */
@NullMarked
package org.dalescope.model.analysis.algebra;

import org.jspecify.annotations.NullMarked;
