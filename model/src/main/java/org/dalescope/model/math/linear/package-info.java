/** Eigenvalues, singular values and principal angles of small matrices. */
@NullMarked
package org.dalescope.model.math.linear;

import org.jspecify.annotations.NullMarked;
