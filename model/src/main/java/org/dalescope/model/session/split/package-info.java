/** Divides a session's trials into training, validation and test trials. */
@NullMarked
package org.dalescope.model.session.split;

import org.jspecify.annotations.NullMarked;
