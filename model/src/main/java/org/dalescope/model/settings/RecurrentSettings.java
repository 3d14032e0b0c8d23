package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** The settings of the recurrent weights: their parameterisation and rank. */
public record RecurrentSettings(
        @Setting(
                label = "Parameterisation",
                value = "full",
                help = "'full' learns every weight. 'low-rank-factors' learns V = U1 U2^T with factors that are never"
                        + " negative under Dale's law, so that W has this rank except for its empty diagonal."
                        + " 'low-rank-product' learns |U1 U2^T|, whose rank is not low; use it only for comparison."
                        + " 'none' has no recurrent weights (W = 0), to measure what they add.")
        RecurrentKind kind,

        @Setting(
                noEffect = {"network.recurrent.kind=full", "network.recurrent.kind=none"},
                label = "Rank",
                value = "10",
                min = 1,
                max = 1000,
                help = "Number of columns of U1 and U2. It must be below the number of units. Try 5 to 50.")
        int rank) {}
