@NullMarked
package org.dalescope.model.judge;

import org.jspecify.annotations.NullMarked;
