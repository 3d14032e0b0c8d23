/** The configuration form, its checks, and the command line that repeats the fit. */
@NullMarked
package org.dalescope.app.ui.configure;

import org.jspecify.annotations.NullMarked;
