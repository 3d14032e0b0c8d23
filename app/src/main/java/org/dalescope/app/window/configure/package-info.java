/** The configuration: a form made from the settings' descriptions, and the command line that repeats the fit. */
@NullMarked
package org.dalescope.app.window.configure;

import org.jspecify.annotations.NullMarked;
