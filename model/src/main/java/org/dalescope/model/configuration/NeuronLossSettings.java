package org.dalescope.model.configuration;

import org.dalescope.model.parameter.Setting;

/** L_neuron: does every neuron's PSTH have the right shape, mean and spread? */
public record NeuronLossSettings(
        @Setting(
                label = "Mask",
                value = "valid",
                help = "'valid' averages each bin over the trials that reach it. 'none' averages all bins of all"
                        + " trials, which is what the seed's raw score looks at.")
        LossMask mask,

        @Setting(
                label = "Smoothing of both PSTHs",
                unit = "ms",
                value = "25",
                min = 0,
                max = 1000,
                help = "Sigma of the Gaussian over time, 0 for none. A kernel that collapses to one bin is reported.")
        double smoothingMs,

        @Setting(
                label = "Trials per bin at least",
                value = "5",
                min = 1,
                max = 1000,
                help = "Bins with fewer valid trials in the step are left out of the PSTH.")
        int minimumTrials,

        @Setting(
                label = "Weight of the mean rate",
                value = "0.1",
                min = 0,
                max = 100,
                help = "Weight of the squared relative error of each neuron's mean rate.")
        double meanWeight,

        @Setting(
                label = "Weight of the spread",
                value = "0",
                min = 0,
                max = 100,
                help = "Weight of the squared relative error of each PSTH's standard deviation over time (the"
                        + " laboratory used 0.05).")
        double sdWeight) {}
