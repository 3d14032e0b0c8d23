/** Measured perturbations beside those that fitted circuits predict (docs/perturbation-test.md). */
@NullMarked
package org.dalescope.model.analysis.measured;

import org.jspecify.annotations.NullMarked;
