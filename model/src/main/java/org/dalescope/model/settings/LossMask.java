package org.dalescope.model.settings;

/** Which bins enter the PSTHs of the loss. */
public enum LossMask {
    /** Valid bins of each trial only. */
    VALID,
    /** All bins, also after the end of the trial, as the seed's score does. */
    NONE
}
