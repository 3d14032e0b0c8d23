package org.dalescope.model.settings;

/** The optimiser, which turns gradients into steps of the parameters. */
public enum Optimiser {
    /** Kingma and Ba 2015. */
    ADAM,
    /** Adam with decoupled weight decay (Loshchilov and Hutter 2019). */
    ADAMW
}
