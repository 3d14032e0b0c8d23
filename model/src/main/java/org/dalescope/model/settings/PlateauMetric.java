package org.dalescope.model.settings;

/** The values of the setting for the metric that the plateau schedule of the learning rate watches. */
public enum PlateauMetric {
    /** L_neuron on the validation trials. */
    LOSS,
    /** The validation score that chooses the best epoch. */
    SCORE
}
