@NullMarked
package org.dalescope.model.common;

import org.jspecify.annotations.NullMarked;
