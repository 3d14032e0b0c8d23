/** Losses on small statistics, each written once as an expression under autograd; optimal transport between trials. */
@NullMarked
package org.dalescope.model.loss;

import org.jspecify.annotations.NullMarked;
