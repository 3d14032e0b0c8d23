package org.dalescope.model.session.synthetic;

/** Where the selectivity of a synthetic circuit's neurons comes from. */
public enum SelectivityOrigin {
    /** From inputs that reach 40 % of the units, and from random recurrent weights. */
    MIXED,
    /** From inputs alone: the recurrent weights are 0. */
    INPUTS,
    /**
     * From recurrence: place and salience reach a quarter of the E units, and the others are selective through groups
     * of E units that excite each other.
     */
    RECURRENCE
}
