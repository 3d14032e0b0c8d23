/**
 * Classes that every other package may use: errors with a sentence for the user, cancellation, findings about a
 * session, memory limits and text utilities.
 */
@NullMarked
package org.dalescope.model.common;

import org.jspecify.annotations.NullMarked;
