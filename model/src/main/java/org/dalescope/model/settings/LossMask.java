package org.dalescope.model.settings;

/** The values of the setting for the bins that enter the PSTHs of the loss. */
public enum LossMask {
    /** Valid bins of each trial only. */
    VALID,
    /** All bins, including those after the end of the trial, as in the predecessor's score. */
    NONE
}
