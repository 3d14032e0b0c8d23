/** Analysis of what the networks of several seeds agree on. */
@NullMarked
package org.dalescope.model.analysis.ensemble;

import org.jspecify.annotations.NullMarked;
