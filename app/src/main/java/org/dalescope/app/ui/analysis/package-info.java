/** The view of the analyses of a run. */
@NullMarked
package org.dalescope.app.ui.analysis;

import org.jspecify.annotations.NullMarked;
