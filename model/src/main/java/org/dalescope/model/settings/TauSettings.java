package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** The settings of the membrane time constants. */
public record TauSettings(
        @Setting(
                label = "Learned",
                value = "fixed",
                help = "Which time constants are learned: none, one for all E units and one for all I units, or one for"
                        + " every unit. Use the exact leak, which is stable for every tau; with 'euler' tau must stay"
                        + " longer than a bin. To learn tau is to learn alpha = 1 - exp(-bin / tau), the share of its"
                        + " state that a unit loses per bin.")
        LearnedTau learned,

        @Setting(
                label = "Initial tau, E",
                unit = "ms",
                value = "30",
                min = 1,
                max = 1000,
                help = "Start value of E units.")
        double initialE,

        @Setting(
                label = "Initial tau, I",
                unit = "ms",
                value = "20",
                min = 1,
                max = 1000,
                help = "Start value of I units. Interneurons are often faster (10-20 ms).")
        double initialI,

        @Setting(
                noEffect = "network.tau.learned=fixed",
                label = "Minimum tau",
                unit = "ms",
                value = "10",
                min = 0.5,
                max = 1000,
                help = "Lower bound of learned time constants, approached smoothly and never reached.")
        double min,

        @Setting(
                noEffect = "network.tau.learned=fixed",
                label = "Maximum tau",
                unit = "ms",
                value = "200",
                min = 1,
                max = 5000,
                help = "Upper bound of learned time constants, approached smoothly and never reached.")
        double max,

        @Setting(
                noEffect = "network.tau.learned=fixed",
                label = "Tau learning rate",
                value = "0.01",
                min = 0,
                above = true,
                max = 1,
                help = "Adam's step size for the logarithm of the time constants, separate from that of the other"
                        + " parameters: 0.01 changes tau by about 1 % per step. To estimate tau itself, use 0.1"
                        + " and the preset 'time-constants'.")
        double learningRate) {}
