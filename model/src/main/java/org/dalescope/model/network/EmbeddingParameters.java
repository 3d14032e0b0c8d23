package org.dalescope.model.network;

import java.util.Arrays;
import java.util.Optional;
import org.dalescope.model.network.ParameterLayout.Block;
import org.dalescope.model.network.ParameterLayout.Name;
import org.dalescope.model.network.embedding.ChannelAttention;
import org.dalescope.model.network.embedding.InputDelays;
import org.dalescope.model.network.embedding.InputEmbedding;
import org.dalescope.model.network.embedding.LinearRelu;
import org.dalescope.model.settings.EmbeddingKind;
import org.dalescope.model.settings.EmbeddingSettings;

/** The part of a network's raw parameters that belongs to the input embedding; it is used without a transform. */
final class EmbeddingParameters {
    private final double[] delayBins;
    private final EmbeddingSettings settings;
    private final int channels;
    private final ParameterLayout layout;

    EmbeddingParameters(NetworkSpec spec, ParameterLayout layout) {
        this.settings = spec.settings().embedding();
        this.channels = spec.channels();
        this.layout = layout;
        this.delayBins = settings.kind() == EmbeddingKind.DELAYS ? spec.delayBins() : new double[0];
    }

    Optional<InputEmbedding> of(double[] raw) {
        return switch (settings.kind()) {
            case NONE -> Optional.empty();
            case DELAYS -> Optional.of(new InputDelays(channels, delayBins));
            case LINEAR_RELU ->
                Optional.of(
                        new LinearRelu(channels, part(raw, Name.EMBEDDING_WEIGHTS), part(raw, Name.EMBEDDING_BIAS)));
            case ATTENTION ->
                Optional.of(new ChannelAttention(
                        channels,
                        settings.heads(),
                        part(raw, Name.ATTENTION_WEIGHTS),
                        part(raw, Name.ATTENTION_BIAS),
                        part(raw, Name.ATTENTION_VALUES),
                        settings.dimension()));
        };
    }

    /**
     * Adds the gradient with respect to the raw parameters.
     *
     * @param byParts the parts one after the other, in the order of the blocks; empty for a loss that does not depend
     *     on them
     */
    void pullBack(double[] byParts, double[] result) {
        Name first =
                switch (settings.kind()) {
                    case NONE, DELAYS, LINEAR_RELU -> Name.EMBEDDING_WEIGHTS;
                    case ATTENTION -> Name.ATTENTION_WEIGHTS;
                };
        layout.block(first).ifPresent(block -> {
            for (int i = 0; i < byParts.length; i++) {
                result[block.offset() + i] += byParts[i];
            }
        });
    }

    private double[] part(double[] raw, Name name) {
        Block block = layout.block(name).orElseThrow();
        return Arrays.copyOfRange(raw, block.offset(), block.offset() + block.length());
    }
}
