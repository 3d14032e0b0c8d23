package org.dalescope.model.configuration;

/** What the plateau schedule looks at. */
public enum PlateauWatch {
    /** L_neuron on the validation trials. */
    LOSS,
    /** The validation score that chooses the best epoch. */
    SCORE
}
