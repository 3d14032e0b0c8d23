@NullMarked
package org.dalescope.model.analysis.circuit;

import org.jspecify.annotations.NullMarked;
