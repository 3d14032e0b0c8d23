/** What every analysis uses and returns: a fitted circuit, tables, statistics with their null and their uncertainty. */
@NullMarked
package org.dalescope.model.analysis.core;

import org.jspecify.annotations.NullMarked;
