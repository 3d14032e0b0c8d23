/** The run on show, live or finished, as one immutable picture that all views draw. */
@NullMarked
package org.dalescope.app.window.run;

import org.jspecify.annotations.NullMarked;
