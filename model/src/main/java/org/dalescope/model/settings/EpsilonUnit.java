package org.dalescope.model.settings;

/** In what the entropic regularisation is measured. */
public enum EpsilonUnit {
    /** In units of the cost itself, as the predecessor did. */
    ABSOLUTE,
    /** As a share of the median cost, annealed down to it. */
    MEDIAN_COST
}
