@NullMarked
package org.dalescope.model.scoring.rival;

import org.jspecify.annotations.NullMarked;
