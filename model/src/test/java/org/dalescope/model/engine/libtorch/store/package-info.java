@NullMarked
package org.dalescope.model.engine.libtorch.store;

import org.jspecify.annotations.NullMarked;
