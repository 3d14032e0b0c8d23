/** Tests of the model against independent sources. */
@NullMarked
package org.dalescope.model;

import org.jspecify.annotations.NullMarked;
