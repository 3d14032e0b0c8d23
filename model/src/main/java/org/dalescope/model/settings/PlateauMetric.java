package org.dalescope.model.settings;

/** What the plateau schedule looks at. */
public enum PlateauMetric {
    /** L_neuron on the validation trials. */
    LOSS,
    /** The validation score that chooses the best epoch. */
    SCORE
}
