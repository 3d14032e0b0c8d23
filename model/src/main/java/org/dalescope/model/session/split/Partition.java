package org.dalescope.model.session.split;

import java.util.Locale;

/** The part of the trials that something is computed on. */
public enum Partition {
    TRAIN,
    VALIDATION,
    TEST;

    /** The name on the command line and in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
