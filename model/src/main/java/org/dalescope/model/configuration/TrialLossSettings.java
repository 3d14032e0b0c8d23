package org.dalescope.model.configuration;

import org.dalescope.model.parameter.Setting;

/** L_trial: do the model's single trials scatter as the data's do? Entropic optimal transport between trials. */
public record TrialLossSettings(
        @Setting(
                label = "Use L_trial",
                value = "on",
                help = "Matches single trials of the population's mean activity between model and data.")
        boolean enabled,

        @Setting(
                label = "Scale",
                value = "0.05",
                min = 0,
                above = true,
                max = 100,
                help = "Weight of L_trial's gradient: relative to the norm of L_neuron's with 'gradient' balancing,"
                        + " absolute with 'fixed'.")
        double scale,

        @Setting(
                label = "Z-scoring",
                value = "data",
                help = "'data' z-scores both by the data's mean and spread over trials and so sees the amplitude of"
                        + " variability; 'own' is the predecessor's.")
        ZScoring zScoring,

        @Setting(
                label = "Smoothing",
                unit = "ms",
                value = "25",
                min = 0,
                max = 1000,
                help = "Sigma of the Gaussian over time applied to each trial's population activity, 0 for none.")
        double smoothingMs,

        @Setting(
                label = "Epsilon",
                value = "0.02",
                min = 0,
                above = true,
                max = 100,
                help = "Entropic regularisation: small is close to a one-to-one matching, large is a blur.")
        double epsilon,

        @Setting(
                label = "Epsilon in units of",
                value = "median-cost",
                help = "'median-cost' is relative to the median distance and annealed; 'absolute' is the"
                        + " predecessor's (0.1).")
        EpsilonUnit epsilonUnit,

        @Setting(
                label = "Iterations at most",
                value = "200",
                min = 1,
                max = 100000,
                help = "Sinkhorn iterations per step; it stops earlier at the tolerance.")
        int iterations,

        @Setting(
                label = "Tolerance",
                value = "0.001",
                min = 0,
                max = 1,
                help = "Relative error of the plan's marginals at which Sinkhorn stops; 0 runs all iterations.")
        double tolerance) {}
