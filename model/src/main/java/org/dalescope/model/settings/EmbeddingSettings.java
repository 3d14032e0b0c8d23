package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** The settings of the input embedding, which transforms the inputs of a bin before they drive the units. */
public record EmbeddingSettings(
        @Setting(
                label = "Embedding",
                value = "none",
                help = "'none': the inputs drive the units directly. 'linear-relu': the inputs pass a learned layer, e"
                        + " = max(0, A u + c); on two recorded sessions this raised psth_r by about 0.03. 'attention':"
                        + " every head weights the channels by a softmax of the channels' values, and a linear map"
                        + " follows.")
        EmbeddingKind kind,

        @Setting(
                noEffect = "network.embedding.kind=none",
                label = "Dimension",
                value = "56",
                min = 1,
                max = 1000,
                help = "Number of values that drive the units instead of the channels. With 'attention' it must be a"
                        + " multiple of the number of heads.")
        int dimension,

        @Setting(
                noEffect = {"network.embedding.kind=none", "network.embedding.kind=linear-relu"},
                label = "Heads",
                value = "4",
                min = 1,
                max = 64,
                help = "Number of attention heads. Each head weights the channels and provides an equal part of the"
                        + " dimension.")
        int heads) {}
