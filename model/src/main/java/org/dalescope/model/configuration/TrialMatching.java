package org.dalescope.model.configuration;

/** How model trials find their data trials. */
public enum TrialMatching {
    /** Entropic optimal transport. */
    SINKHORN,
    /** The cheapest one-to-one assignment. */
    EXACT
}
