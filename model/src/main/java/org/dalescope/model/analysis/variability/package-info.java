/** Do single trials scatter as the data's do: Fano factors, noise correlations, matched trials. */
@NullMarked
package org.dalescope.model.analysis.variability;

import org.jspecify.annotations.NullMarked;
