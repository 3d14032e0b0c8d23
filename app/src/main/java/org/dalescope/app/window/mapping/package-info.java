/** How a session's file was understood: the mapping as a form, checked at every change, applied, saved and loaded. */
@NullMarked
package org.dalescope.app.window.mapping;

import org.jspecify.annotations.NullMarked;
