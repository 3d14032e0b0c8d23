package org.dalescope.model.settings;

/** What on the validation trials it is by which the best epoch is chosen and early stopping decides. */
public enum SelectionScore {
    /** Masked, smoothed PSTH correlation. */
    PSTH_R,
    /** The seed's score: all bins, no mask, no smoothing. */
    PSTH_R_RAW,
    /** L_neuron, the lowest. */
    LOSS
}
