/** What analyses of fitted circuits share: neurons by id, condition averages, dynamics in double precision, statistics over seeds. */
@NullMarked
package org.dalescope.model.analysis.circuit;

import org.jspecify.annotations.NullMarked;
