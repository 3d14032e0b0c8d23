package org.dalescope.model.settings;

/** The rule that turns gradients into steps. */
public enum Optimiser {
    /** Kingma and Ba 2015. */
    ADAM,
    /** Adam with decoupled weight decay (Loshchilov and Hutter 2019). */
    ADAMW
}
