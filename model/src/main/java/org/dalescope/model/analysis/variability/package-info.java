/** Analyses of trial-to-trial variability: Fano factors, noise correlations and matched trials. */
@NullMarked
package org.dalescope.model.analysis.variability;

import org.jspecify.annotations.NullMarked;
