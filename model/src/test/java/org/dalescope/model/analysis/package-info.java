@NullMarked
package org.dalescope.model.analysis;

import org.jspecify.annotations.NullMarked;
