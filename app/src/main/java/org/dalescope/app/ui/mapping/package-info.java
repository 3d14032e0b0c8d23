/** The mapping form, in which the user says how a session's file is read. */
@NullMarked
package org.dalescope.app.ui.mapping;

import org.jspecify.annotations.NullMarked;
