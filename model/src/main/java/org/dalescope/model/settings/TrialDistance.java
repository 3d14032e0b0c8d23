package org.dalescope.model.settings;

/** How far a model trial's population activity is from a data trial's. */
public enum TrialDistance {
    /** Length of the difference of the z-scored courses, as the predecessor had it. */
    EUCLIDEAN,
    /** Mean over bins of its square. */
    MSE,
    /** Mean over bins of y log(y / r) - y + r in expected counts per bin, not z-scored. */
    POISSON
}
