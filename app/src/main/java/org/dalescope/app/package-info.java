/** The program: a window and a command line, two clients of the model. */
@NullMarked
package org.dalescope.app;

import org.jspecify.annotations.NullMarked;
