@NullMarked
package org.dalescope.model.common.io;

import org.jspecify.annotations.NullMarked;
