/** The simplest rivals of a network: predictions in closed form, and the network's scores next to theirs. */
@NullMarked
package org.dalescope.model.scoring.rival;

import org.jspecify.annotations.NullMarked;
