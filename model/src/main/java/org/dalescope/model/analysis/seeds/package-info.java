/** The analysis of the agreement between the networks of several seeds. */
@NullMarked
package org.dalescope.model.analysis.seeds;

import org.jspecify.annotations.NullMarked;
