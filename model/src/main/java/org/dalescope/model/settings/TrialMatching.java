package org.dalescope.model.settings;

/** How model trials find their data trials. */
public enum TrialMatching {
    /** Entropic optimal transport. */
    SINKHORN,
    /** The cheapest one-to-one assignment. */
    EXACT
}
