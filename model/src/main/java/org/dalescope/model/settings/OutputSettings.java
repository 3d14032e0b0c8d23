package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** The settings of L_output, which reads measured behaviour out of the rates of the E units. */
public record OutputSettings(
        @Setting(
                label = "Weight",
                value = "0",
                min = 0,
                max = 1000,
                help = "The weight in L_output = weight x mean over valid bins and targets of (y - target)^2, with the"
                        + " read-out y = W_out r_E + b_out of the E units' rates (recorded and hidden). 0 means no"
                        + " read-out. If a target is also an input, such as eye position, it can drive its own"
                        + " read-out: a small L_output then shows that the signal passes through the network, not that"
                        + " the network computes it.")
        double weight,

        @Setting(
                noEffect = "loss.output.weight=0",
                label = "Targets",
                value = "eye_x, eye_y",
                ofSession = true,
                help = "Names of the continuous input channels that the read-out must reproduce, separated by commas."
                        + " They are z-scored as for the network, without input noise.")
        String channels) {}
