/** Tests of the program. */
@NullMarked
package org.dalescope.app;

import org.jspecify.annotations.NullMarked;
