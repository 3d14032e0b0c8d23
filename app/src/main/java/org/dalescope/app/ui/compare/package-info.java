/** The view that compares runs. */
@NullMarked
package org.dalescope.app.ui.compare;

import org.jspecify.annotations.NullMarked;
