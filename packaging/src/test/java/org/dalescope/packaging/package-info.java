/** The launchers' tests: the shell scripts a person starts with, run as they are in a made-up project and machine. */
@NullMarked
package org.dalescope.packaging;

import org.jspecify.annotations.NullMarked;
