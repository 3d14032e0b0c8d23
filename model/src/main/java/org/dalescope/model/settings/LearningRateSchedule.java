package org.dalescope.model.settings;

/** The values of the setting for the schedule of the learning rate over a fit. */
public enum LearningRateSchedule {
    CONSTANT,
    /** Multiplied by a factor when the validation loss has not improved for a while. */
    PLATEAU,
    /** Half a cosine from the learning rate to zero over all steps. */
    COSINE
}
