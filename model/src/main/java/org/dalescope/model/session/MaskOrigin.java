package org.dalescope.model.session;

/** From where on the time axis a trial's duration is counted when its valid bins are found. */
public enum MaskOrigin {
    /** From the first bin of the array, as the predecessor did. */
    ARRAY_START,
    /** From time zero of the axis; bins before zero are valid as well. */
    TIME_ZERO
}
