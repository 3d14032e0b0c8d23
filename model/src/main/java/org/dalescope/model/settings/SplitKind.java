package org.dalescope.model.settings;

/** How the trials are divided where no split is given. */
public enum SplitKind {
    /** At random, every combination of factors in every part. */
    STRATIFIED,
    /** In blocks one after the other in the order of the session. */
    BLOCKS
}
