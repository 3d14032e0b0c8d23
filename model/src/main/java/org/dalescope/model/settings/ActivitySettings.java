package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** L_activity: keeps rates where neurons fire. */
public record ActivitySettings(
        @Setting(
                label = "Weight",
                value = "0",
                min = 0,
                max = 1000,
                help =
                        "Lambda of L_activity = lambda x (squared relative distance of the mean rate of all units from the"
                                + " target + mean over units of the squared relative distance outside the range). 0 is off; the"
                                + " laboratory proposed 0.001 to 0.1.")
        double weight,

        @Setting(
                label = "Target mean rate",
                unit = "sp/s",
                value = "10",
                min = 0,
                above = true,
                max = 1000,
                help = "The mean rate over all units that L_activity pulls to.")
        double target,

        @Setting(
                label = "Lowest plausible rate",
                unit = "sp/s",
                value = "1",
                min = 0,
                above = true,
                max = 1000,
                help = "Units with a lower mean rate are pulled up.")
        double lowest,

        @Setting(
                label = "Highest plausible rate",
                unit = "sp/s",
                value = "50",
                min = 0,
                above = true,
                max = 1000,
                help = "Units with a higher mean rate are pulled down.")
        double highest) {}
