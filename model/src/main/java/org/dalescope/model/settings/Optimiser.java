package org.dalescope.model.settings;

/** The values of the setting for the optimiser, which turns gradients into steps of the parameters. */
public enum Optimiser {
    /** Kingma and Ba 2015. */
    ADAM,
    /** Adam with decoupled weight decay (Loshchilov and Hutter 2019). */
    ADAMW
}
