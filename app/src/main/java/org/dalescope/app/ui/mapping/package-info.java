/** The form that says how a session's file is understood. */
@NullMarked
package org.dalescope.app.ui.mapping;

import org.jspecify.annotations.NullMarked;
