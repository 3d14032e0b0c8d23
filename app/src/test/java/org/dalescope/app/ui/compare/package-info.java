@NullMarked
package org.dalescope.app.ui.compare;

import org.jspecify.annotations.NullMarked;
