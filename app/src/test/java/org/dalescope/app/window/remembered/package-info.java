@NullMarked
package org.dalescope.app.window.remembered;

import org.jspecify.annotations.NullMarked;
