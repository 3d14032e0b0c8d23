package org.dalescope.model.settings;

/** The schedule of the learning rate over a fit. */
public enum LearningRateSchedule {
    CONSTANT,
    /** Multiplied by a factor when the validation loss has not improved for a while. */
    PLATEAU,
    /** Half a cosine from the learning rate to zero over all steps. */
    COSINE
}
