/** The session on show: what is in it and what is wrong with it. */
@NullMarked
package org.dalescope.app.window.session;

import org.jspecify.annotations.NullMarked;
