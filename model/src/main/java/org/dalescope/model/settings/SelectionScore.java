package org.dalescope.model.settings;

/**
 * The values of the setting for the score on the validation trials that chooses the best epoch and decides about early
 * stopping.
 */
public enum SelectionScore {
    /** Masked, smoothed PSTH correlation. */
    PSTH_R,
    /** The predecessor's score: all bins, no mask, no smoothing. */
    PSTH_R_RAW,
    /** L_neuron, the lowest. */
    LOSS
}
