/** What analyses of fitted circuits share: neurons by id, condition averages, the recurrence in double precision, seeds and permutations. */
@NullMarked
package org.dalescope.model.analysis.circuit;

import org.jspecify.annotations.NullMarked;
