package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** L_neuron: does every neuron's PSTH have the right shape, mean and spread? */
public record NeuronLossSettings(
        @Setting(
                label = "Compare",
                value = "conditions",
                help =
                        "'conditions' compares the z-scored PSTHs of every condition, which brings out selectivity and scored best"
                                + " (docs/default-preset.md); 'correlation' those of all trials together; 'poisson' takes the likelihood"
                                + " of single bins' spike counts, which tells most about time constants; 'hybrid' adds correlation and"
                                + " poisson.")
        NeuronLossKind kind,

        @Setting(
                label = "Share of Poisson",
                value = "0.5",
                min = 0,
                max = 1,
                help = "Weight w of 'hybrid' = w Poisson + (1 - w) correlation; the laboratory tried 0.3 and 0.5.")
        double hybridWeight,

        @Setting(
                label = "Conditions",
                value = "all, each",
                ofSession = true,
                help =
                        "For 'conditions', apart by commas: 'each' takes the PSTH of every level of every factor (of all trials where"
                                + " there is no factor), 'all' that of all trials, factors joined by * that of every crossing, such as 'location*reward'. Conditions with"
                                + " fewer than 3 trials in a step are left out of it.")
        String conditions,

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
        double sdWeight,

        @Setting(
                label = "Floor of the spread",
                unit = "sp/s",
                value = "0.00000001",
                min = 0,
                above = true,
                max = 100,
                help = "Added to a PSTH's standard deviation over time before z-scoring divides by it, so that nearly"
                        + " silent neurons do not shout.")
        double zFloor) {}
