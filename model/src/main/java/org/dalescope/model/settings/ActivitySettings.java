package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** The settings of L_activity, which keeps rates in the range in which neurons fire. */
public record ActivitySettings(
        @Setting(
                label = "Weight",
                value = "0",
                min = 0,
                max = 1000,
                help = "Weight lambda in L_activity = lambda x (squared relative distance of the mean rate of all units"
                        + " from the target + mean over units of the squared relative distance outside the plausible"
                        + " range). 0 turns it off. Try 0.001 to 0.1.")
        double weight,

        @Setting(
                noEffect = "loss.activity.weight=0",
                label = "Target mean rate",
                unit = "sp/s",
                value = "10",
                min = 0,
                above = true,
                max = 1000,
                help = "The mean rate over all units to which L_activity pulls the network.")
        double target,

        @Setting(
                noEffect = "loss.activity.weight=0",
                label = "Lowest plausible rate",
                unit = "sp/s",
                value = "1",
                min = 0,
                above = true,
                max = 1000,
                help = "Units with a lower mean rate are pulled up.")
        double lowest,

        @Setting(
                noEffect = "loss.activity.weight=0",
                label = "Highest plausible rate",
                unit = "sp/s",
                value = "50",
                min = 0,
                above = true,
                max = 1000,
                help = "Units with a higher mean rate are pulled down.")
        double highest) {}
