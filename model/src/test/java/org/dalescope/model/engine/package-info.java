@NullMarked
package org.dalescope.model.engine;

import org.jspecify.annotations.NullMarked;
