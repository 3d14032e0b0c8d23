package org.dalescope.model.settings;

/** The values of the setting for the membrane time constants that are learned. */
public enum LearnedTau {
    FIXED,
    /** One for E units, one for I units. */
    POPULATION,
    /** One for every unit. */
    UNIT
}
