package org.dalescope.model.settings;

/** How the leak is integrated over one bin. */
public enum LeakIntegration {
    /** alpha = 1 - exp(-bin / tau), always between 0 and 1. */
    EXACT,
    /** alpha = bin / tau; refused where it reaches 1. */
    EULER
}
