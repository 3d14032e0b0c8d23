@NullMarked
package org.dalescope.app.window.palette;

import org.jspecify.annotations.NullMarked;
