/** The analysis of the agreement between the networks of several seeds. */
@NullMarked
package org.dalescope.model.analysis.ensemble;

import org.jspecify.annotations.NullMarked;
