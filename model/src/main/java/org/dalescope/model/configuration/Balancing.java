package org.dalescope.model.configuration;

/** How the gradients of the losses are put together. */
public enum Balancing {
    /** g = g_neuron + scale |g_neuron| / |g_trial| g_trial. */
    GRADIENT,
    /** g = g_neuron / mean(L_neuron) + scale g_trial / mean(L_trial), with running means over the steps. */
    LOSS_EMA,
    /** g = g_neuron + scale g_trial. */
    FIXED
}
