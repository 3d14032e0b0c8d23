package org.dalescope.model.settings;

/** Whose mean and standard deviation z-score the population activity of the model's trials. */
public enum ZScoring {
    /** The data's, for model and data: the loss sees the amplitude of variability. */
    DATA,
    /** Each its own, as the predecessor did. */
    OWN
}
