/** The real program, killed, starved and cut off: run by {@code ./mvnw verify -Pfaults}. */
@NullMarked
package org.dalescope.app.faults;

import org.jspecify.annotations.NullMarked;
