@NullMarked
package org.dalescope.model.run.store;

import org.jspecify.annotations.NullMarked;
