package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** The settings of the recurrent weights: their parameterisation and rank. */
public record RecurrentSettings(
        @Setting(
                label = "Parameterisation",
                value = "full",
                help = "'full' learns every weight. 'low-rank-factors' learns V = U1 U2^T with factors that stay at"
                        + " least 0 under Dale's law, so that W has that rank, apart from its empty diagonal."
                        + " 'low-rank-product' is the laboratory's |U1 U2^T|, whose rank is not low; it is for"
                        + " comparison. 'none' has no recurrent weights (W = 0), to measure what they add.")
        RecurrentKind kind,

        @Setting(
                noEffect = {"network.recurrent.kind=full", "network.recurrent.kind=none"},
                label = "Rank",
                value = "10",
                min = 1,
                max = 1000,
                help = "Columns of U1 and U2; the plan sweeps 5 to 50. Must be below the number of units.")
        int rank) {}
