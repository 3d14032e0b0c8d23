/**
 * The common parts of the analyses of fitted circuits: neurons by id, condition averages, dynamics in double
 * precision, and statistics over seeds.
 */
@NullMarked
package org.dalescope.model.analysis.circuit;

import org.jspecify.annotations.NullMarked;
