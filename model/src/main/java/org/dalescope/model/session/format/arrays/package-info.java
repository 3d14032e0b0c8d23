/** Sessions in files of named arrays: guesses which array is what, and reads a session as a mapping says. */
@NullMarked
package org.dalescope.model.session.format.arrays;

import org.jspecify.annotations.NullMarked;
