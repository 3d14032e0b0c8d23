package org.dalescope.model.settings;

/**
 * The values of the setting for the kind of L_neuron, which says what is compared for each neuron (docs/science.md
 * section 3).
 */
public enum NeuronLossKind {
    /** Z-scored PSTHs, plus terms for mean and spread. */
    CORRELATION,
    /** Poisson likelihood of single bins' spike counts. */
    POISSON,
    /** A weighted sum of both. */
    HYBRID,
    /** Z-scored PSTHs of every condition. */
    CONDITIONS,
    /** PSTH residuals in units of their standard error, plus the likelihood of single bins and the shape. */
    RATES
}
