/** Peri-stimulus time histograms: averages over trials per bin and neuron, and their smoothing. */
@NullMarked
package org.dalescope.model.session.psth;

import org.jspecify.annotations.NullMarked;
