package org.dalescope.model.settings;

/** The values of the setting for the rule that combines the gradients of L_neuron and L_trial. */
public enum GradientBalancing {
    /** g = g_neuron + scale |g_neuron| / |g_trial| g_trial. */
    GRADIENT,
    /** g = g_neuron / mean(L_neuron) + scale g_trial / mean(L_trial), with running means over the steps. */
    LOSS_EMA,
    /** g = g_neuron + scale g_trial. */
    FIXED
}
