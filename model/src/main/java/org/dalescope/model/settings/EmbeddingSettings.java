package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** What the inputs of a bin pass before they drive the units. */
public record EmbeddingSettings(
        @Setting(
                label = "Embedding",
                value = "none",
                help = "'none': inputs drive the units as they are. 'linear-relu': e = max(0, A u + c), learned; in the"
                        + " laboratory 14 channels -> 56 gained +0.03 psth_r. 'attention': heads weight the channels by a softmax"
                        + " of what the channels say, before a linear map.")
        EmbeddingKind kind,

        @Setting(
                label = "Dimension",
                value = "56",
                min = 1,
                max = 1000,
                help = "Numbers that drive the units in place of the channels; with attention a multiple of the heads.")
        int dimension,

        @Setting(
                label = "Heads",
                value = "4",
                min = 1,
                max = 64,
                help = "Sets of weights of the channels, with attention; each gives its share of the dimension.")
        int heads) {}
