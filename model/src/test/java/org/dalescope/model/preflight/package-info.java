@NullMarked
package org.dalescope.model.preflight;

import org.jspecify.annotations.NullMarked;
