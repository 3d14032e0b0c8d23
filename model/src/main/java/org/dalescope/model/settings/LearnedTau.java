package org.dalescope.model.settings;

/** Which time constants are learned. */
public enum LearnedTau {
    FIXED,
    /** One for E units, one for I units. */
    POPULATION,
    /** One for every unit. */
    UNIT
}
