package org.dalescope.model.settings;

/** The choice of bins that enter the PSTHs of the loss. */
public enum LossMask {
    /** Valid bins of each trial only. */
    VALID,
    /** All bins, including those after the end of the trial, as in the predecessor's score. */
    NONE
}
