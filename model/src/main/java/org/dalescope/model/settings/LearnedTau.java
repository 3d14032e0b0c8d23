package org.dalescope.model.settings;

/** The choice of membrane time constants that are learned. */
public enum LearnedTau {
    FIXED,
    /** One for E units, one for I units. */
    POPULATION,
    /** One for every unit. */
    UNIT
}
