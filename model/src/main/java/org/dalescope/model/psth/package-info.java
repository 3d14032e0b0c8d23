/** Peri-stimulus time histograms: averages over trials, per bin and neuron, and their smoothing. */
@NullMarked
package org.dalescope.model.psth;

import org.jspecify.annotations.NullMarked;
