@NullMarked
package org.dalescope.model.training.loss;

import org.jspecify.annotations.NullMarked;
