/** The common input and output of all analyses: fitted circuits, tables, and statistics with uncertainty and null. */
@NullMarked
package org.dalescope.model.analysis.core;

import org.jspecify.annotations.NullMarked;
