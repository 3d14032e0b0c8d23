/** The catalogue of all analyses of fitted circuits. */
@NullMarked
package org.dalescope.model.analysis.catalogue;

import org.jspecify.annotations.NullMarked;
