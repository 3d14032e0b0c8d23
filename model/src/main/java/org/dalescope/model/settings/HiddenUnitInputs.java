package org.dalescope.model.settings;

/** The values of the setting for the inputs of hidden units. */
public enum HiddenUnitInputs {
    /** The rules apply to hidden units as to recorded ones; the receptive fields of hidden E units are drawn. */
    LIKE_RECORDED,
    /** Every input drives every hidden unit. */
    ALL,
    /** No input drives a hidden unit. */
    NONE
}
