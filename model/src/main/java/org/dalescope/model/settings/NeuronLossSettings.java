package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** The settings of L_neuron, which compares the shape, mean and spread of every neuron's PSTH. */
public record NeuronLossSettings(
        @Setting(
                label = "Kind of loss",
                value = "rates",
                help = "'rates' adds three terms, so that size, shape and single trials are right together: PSTH"
                        + " residuals in units of their standard error, the likelihood of the spike counts of single"
                        + " bins, and the distance of z-scored PSTHs (docs/default-preset.md). 'conditions' compares"
                        + " the z-scored PSTHs of every condition, which says nothing about size. 'correlation'"
                        + " compares the PSTHs of all trials together. 'poisson' uses the likelihood alone, which is"
                        + " most informative about time constants. 'hybrid' is a weighted sum of 'poisson' and"
                        + " 'correlation'.")
        NeuronLossKind kind,

        @Setting(
                noEffect = "loss.neuron.kind!=hybrid",
                label = "Poisson share",
                value = "0.5",
                min = 0,
                max = 1,
                help = "Weight w in 'hybrid' = w Poisson + (1 - w) correlation. Try 0.1 to 0.5.")
        double hybridWeight,

        @Setting(
                noEffect = "loss.neuron.kind!=rates",
                label = "Weight of residuals",
                value = "1",
                min = 0,
                max = 1000,
                help = "Weight in 'rates' of the squared difference of model and data PSTH, in units of the data"
                        + " PSTH's squared standard error.")
        double residualWeight,

        @Setting(
                noEffect = "loss.neuron.kind!=rates",
                label = "Weight of likelihood",
                value = "1",
                min = 0,
                max = 1000,
                help = "Weight in 'rates' of the Poisson likelihood of single bins, which is divided by each neuron's"
                        + " mean count, so that every neuron counts equally.")
        double likelihoodWeight,

        @Setting(
                noEffect = "loss.neuron.kind!=rates",
                label = "Weight of shape",
                value = "0.3",
                min = 0,
                max = 1000,
                help = "Weight in 'rates' of the squared difference of z-scored PSTHs, in which every neuron counts"
                        + " equally, however small its modulation.")
        double shapeWeight,

        @Setting(
                noEffect = "loss.neuron.kind!=conditions & loss.neuron.kind!=rates",
                label = "Conditions",
                value = "all, each",
                ofSession = true,
                help =
                        "The PSTHs that 'conditions' and 'rates' compare, separated by commas: 'each' takes every level of every"
                                + " factor (or all trials if there is no factor), 'all' takes all trials together, and"
                                + " factors joined by * take every combination of levels, such as 'location*reward'."
                                + " Conditions with fewer than 3 trials in a step are left out of that step.")
        String conditions,

        @Setting(
                label = "Mask",
                value = "valid",
                help = "'valid' averages each bin over the trials that reach it. 'none' averages all bins of all"
                        + " trials, as the score psth_r_raw does.")
        LossMask mask,

        @Setting(
                noEffect = "loss.neuron.kind=poisson",
                label = "PSTH smoothing",
                unit = "ms",
                value = "25",
                min = 0,
                max = 1000,
                help = "Sigma of the Gaussian that smooths the PSTHs of model and data over time; 0 means no smoothing."
                        + " There is a warning if it is too small to smooth bins of this length.")
        double smoothingMs,

        @Setting(
                label = "Minimum trials per bin",
                value = "5",
                min = 1,
                max = 1000,
                help = "Bins with fewer valid trials in the step are left out of the PSTH.")
        int minimumTrials,

        @Setting(
                noEffect = "loss.neuron.kind=poisson",
                label = "Mean-rate weight",
                value = "0.1",
                min = 0,
                max = 100,
                help = "Weight of the squared relative error of each neuron's mean rate.")
        double meanWeight,

        @Setting(
                noEffect = "loss.neuron.kind=poisson",
                label = "Spread weight",
                value = "0",
                min = 0,
                max = 100,
                help = "Weight of the squared relative error of each PSTH's standard deviation over time. Try 0.05.")
        double sdWeight,

        @Setting(
                noEffect = "loss.neuron.kind=poisson",
                label = "Spread floor",
                unit = "sp/s",
                value = "0.00000001",
                min = 0,
                above = true,
                max = 100,
                help = "Added to a PSTH's standard deviation over time before z-scoring divides by it, so that nearly"
                        + " silent neurons do not get too much weight.")
        double zFloor) {}
