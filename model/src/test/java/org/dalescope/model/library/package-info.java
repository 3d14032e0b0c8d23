@NullMarked
package org.dalescope.model.library;

import org.jspecify.annotations.NullMarked;
