@NullMarked
package org.dalescope.model.training;

import org.jspecify.annotations.NullMarked;
