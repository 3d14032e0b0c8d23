package org.dalescope.model.settings;

/** The metric that the plateau schedule of the learning rate watches. */
public enum PlateauMetric {
    /** L_neuron on the validation trials. */
    LOSS,
    /** The validation score that chooses the best epoch. */
    SCORE
}
