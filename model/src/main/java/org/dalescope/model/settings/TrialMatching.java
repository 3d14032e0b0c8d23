package org.dalescope.model.settings;

/** The values of the setting for the method that matches model trials to data trials in L_trial. */
public enum TrialMatching {
    /** Entropic optimal transport. */
    SINKHORN,
    /** The cheapest one-to-one assignment. */
    EXACT
}
