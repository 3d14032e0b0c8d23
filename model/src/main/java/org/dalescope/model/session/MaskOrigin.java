package org.dalescope.model.session;

/** The point on a session's time axis from which a trial's duration is counted to find its valid bins. */
public enum MaskOrigin {
    /** From the first bin of the array, as in the predecessor. */
    ARRAY_START,
    /** From time zero of the axis; bins before zero are valid as well. */
    TIME_ZERO
}
