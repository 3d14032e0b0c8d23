package org.dalescope.model.run.store;

import java.io.IOException;
import java.util.Optional;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.network.embedding.ChannelAttention;
import org.dalescope.model.network.embedding.InputEmbedding;
import org.dalescope.model.network.embedding.InputEmbedding.Part;
import org.dalescope.model.network.embedding.LinearRelu;

/** Reads the input embedding from {@code parameters.npz} in a run folder. */
final class EmbeddingArrays {
    private EmbeddingArrays() {}

    /**
     * The embedding, if the file has one.
     *
     * @throws IOException if its arrays do not fit together or do not fit W_in
     */
    static Optional<InputEmbedding> read(NpzFile.Content content) throws IOException {
        Optional<InputEmbedding> read = Optional.empty();
        if (content.arrays().containsKey(LinearRelu.A)) {
            NamedArray a = content.array(LinearRelu.A);
            NamedArray c = content.array(LinearRelu.C);
            read = Optional.of(new LinearRelu(a.shape()[1], a.doubles(), c.doubles()));
        } else if (content.arrays().containsKey(ChannelAttention.B)) {
            NamedArray a = content.array(ChannelAttention.A);
            NamedArray v = content.array(ChannelAttention.V);
            int heads = v.shape()[0];
            read = Optional.of(new ChannelAttention(
                    a.shape()[1],
                    heads,
                    content.array(ChannelAttention.B).doubles(),
                    a.doubles(),
                    v.doubles(),
                    heads * v.shape()[1]));
        }
        if (read.isPresent()) {
            check(read.get(), content.array("W_in").shape()[1]);
        }
        return read;
    }

    private static void check(InputEmbedding embedding, int columns) throws IOException {
        if (embedding.dimension() != columns) {
            throw new IOException(
                    "the embedding has dimension " + embedding.dimension() + ", but W_in has " + columns + " columns");
        }
        // Parts reject arrays whose shape does not fit the other parts.
        for (Part part : embedding.parts()) {
            if (part.shape()[0] == 0) {
                throw new IOException(part.name() + " is empty");
            }
        }
    }
}
