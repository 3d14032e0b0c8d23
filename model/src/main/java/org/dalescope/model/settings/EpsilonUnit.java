package org.dalescope.model.settings;

/** The values of the setting for the unit of epsilon, the entropic regularisation of the matching in L_trial. */
public enum EpsilonUnit {
    /** In units of the cost itself, as the predecessor did. */
    ABSOLUTE,
    /** As a share of the median cost, annealed down to it. */
    MEDIAN_COST
}
