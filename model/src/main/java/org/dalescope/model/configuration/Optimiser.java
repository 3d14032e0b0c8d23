package org.dalescope.model.configuration;

/** The rule that turns gradients into steps. */
public enum Optimiser {
    /** Kingma and Ba 2015. */
    ADAM,
    /** Adam with decoupled weight decay (Loshchilov and Hutter 2019). */
    ADAMW
}
