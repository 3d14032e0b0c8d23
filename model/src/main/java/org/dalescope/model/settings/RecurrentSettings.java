package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** How recurrent weights are parameterised. */
public record RecurrentSettings(
        @Setting(
                label = "Parameterisation",
                value = "full",
                help =
                        "'full' learns every weight. 'low-rank-factors' learns V = U1 U2^T with factors that stay at least 0"
                                + " under Dale's law, so that W really has that rank up to its empty diagonal. 'low-rank-product' is the"
                                + " laboratory's |U1 U2^T|, whose rank is not low: for comparison.")
        RecurrentKind kind,

        @Setting(
                label = "Rank",
                value = "10",
                min = 1,
                max = 1000,
                help = "Columns of U1 and U2; the plan sweeps 5 to 50. Must be below the number of units.")
        int rank) {}
