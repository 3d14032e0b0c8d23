/** Which trials train, validate and test; conditions and strata of trials. */
@NullMarked
package org.dalescope.model.split;

import org.jspecify.annotations.NullMarked;
