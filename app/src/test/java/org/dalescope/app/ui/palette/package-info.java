@NullMarked
package org.dalescope.app.ui.palette;

import org.jspecify.annotations.NullMarked;
