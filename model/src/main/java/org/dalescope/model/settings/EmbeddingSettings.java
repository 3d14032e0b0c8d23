package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** The settings of the input embedding, which transforms the inputs before they drive the units. */
public record EmbeddingSettings(
        @Setting(
                label = "Embedding",
                value = "delays",
                help = "'none': the inputs drive the units directly. 'delays': every channel drives the units several"
                        + " times, each time with another delay; a visual input reaches the brain 50 to 70 ms after"
                        + " it appears on the screen. 'linear-relu': the inputs pass a learned layer, e = max(0, A u"
                        + " + c). 'attention': every head weights the channels by a softmax of the channels' values,"
                        + " and a linear map follows.")
        EmbeddingKind kind,

        @Setting(
                noEffect = "network.embedding.kind!=delays",
                label = "Delays",
                unit = "ms",
                value = "0, 50, 100, 200",
                help = "The delays of every channel, separated by commas; 0 is the input without a delay. A delay"
                        + " between two bins is interpolated.")
        String delays,

        @Setting(
                noEffect = {"network.embedding.kind=none", "network.embedding.kind=delays"},
                label = "Dimension",
                value = "56",
                min = 1,
                max = 1000,
                help = "Number of values that drive the units instead of the channels. With 'attention' it must be a"
                        + " multiple of the number of heads.")
        int dimension,

        @Setting(
                noEffect = "network.embedding.kind!=attention",
                label = "Heads",
                value = "4",
                min = 1,
                max = 64,
                help = "Number of attention heads. Each head weights the channels and provides an equal part of the"
                        + " dimension.")
        int heads) {}
