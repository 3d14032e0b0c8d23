/** Scores of a model's rates with their definitions, ceilings and uncertainty. */
@NullMarked
package org.dalescope.model.scoring;

import org.jspecify.annotations.NullMarked;
