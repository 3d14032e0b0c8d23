package org.dalescope.model.settings;

/** The values of the setting for the kind of split that divides the trials if no split is given. */
public enum SplitKind {
    /** At random, with every combination of factors in every part. */
    STRATIFIED,
    /** In consecutive blocks in the order of the session. */
    BLOCKS
}
