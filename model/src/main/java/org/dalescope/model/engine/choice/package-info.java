/** Selection, tests and timing of the engines and devices of this machine. */
@NullMarked
package org.dalescope.model.engine.choice;

import org.jspecify.annotations.NullMarked;
