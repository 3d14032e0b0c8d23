@NullMarked
package org.dalescope.model.engine.libtorch;

import org.jspecify.annotations.NullMarked;
