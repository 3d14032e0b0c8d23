package org.dalescope.model.settings;

/** The values of the setting for the distance between the population activities of a model trial and a data trial. */
public enum TrialDistance {
    /** Length of the difference of the z-scored courses, as in the predecessor. */
    EUCLIDEAN,
    /** Mean over bins of the squared difference of the z-scored courses. */
    MSE,
    /** Mean over bins of y log(y / r) - y + r in expected counts per bin, not z-scored. */
    POISSON
}
