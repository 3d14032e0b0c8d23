/** The weights: their structure, their eigenvalues, the recurrence linearised, and whether the data pins them down. */
@NullMarked
package org.dalescope.model.analysis.connectivity;

import org.jspecify.annotations.NullMarked;
