/**
 * Reads sessions from files of named arrays: guesses the meaning of each array, and reads a session according to a
 * mapping.
 */
@NullMarked
package org.dalescope.model.session.format.arrays;

import org.jspecify.annotations.NullMarked;
