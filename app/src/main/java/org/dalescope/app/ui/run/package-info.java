/** The run that the views show, live or finished, as an immutable snapshot. */
@NullMarked
package org.dalescope.app.ui.run;

import org.jspecify.annotations.NullMarked;
