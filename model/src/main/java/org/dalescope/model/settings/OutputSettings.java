package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** L_output: can the E units' rates tell what the animal does? */
public record OutputSettings(
        @Setting(
                label = "Weight",
                value = "0",
                min = 0,
                max = 1000,
                help = "Of L_output = this x mean over valid bins and targets of (y - target)^2, with the read-out"
                        + " y = W_out r_E + b_out of the E units' rates (recorded and hidden). 0 is off: there is no"
                        + " read-out. Where the targets are inputs too, as eye position is, they can drive their own"
                        + " read-out: a small L_output then says that they pass through, not that they are computed.")
        double weight,

        @Setting(
                label = "Targets",
                value = "eye_x, eye_y",
                ofSession = true,
                help = "Names of the continuous input channels that the read-out is to give, z-scored as they enter the"
                        + " network, without input noise; between commas.")
        String channels) {}
