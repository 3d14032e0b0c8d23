@NullMarked
package org.dalescope.app;

import org.jspecify.annotations.NullMarked;
