package org.dalescope.model.settings;

/**
 * The values of the setting for the mean and standard deviation that z-score the population activity of the model's
 * trials.
 */
public enum ZScoring {
    /** Those of the data, for model and data: the loss then depends on the amplitude of the variability. */
    DATA,
    /** Those of model and data separately, as in the predecessor. */
    OWN
}
