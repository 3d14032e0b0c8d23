@NullMarked
package org.dalescope.model.engine.choice;

import org.jspecify.annotations.NullMarked;
