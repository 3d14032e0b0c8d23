@NullMarked
package org.dalescope.model.scoring.screening;

import org.jspecify.annotations.NullMarked;
