package org.dalescope.model.session.split;

import java.util.Locale;

/** A part of a split: the training, validation or test trials. */
public enum Partition {
    TRAIN,
    VALIDATION,
    TEST;

    /** The name on the command line and in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
