package org.dalescope.model.settings;

/** The values of the setting for the method that integrates the leak of the units over one bin. */
public enum LeakIntegration {
    /** alpha = 1 - exp(-bin / tau), always between 0 and 1. */
    EXACT,
    /** alpha = bin / tau; rejected if it reaches 1. */
    EULER
}
