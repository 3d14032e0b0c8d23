@NullMarked
package org.dalescope.model.loss;

import org.jspecify.annotations.NullMarked;
