package org.dalescope.model.run.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.network.embedding.ChannelAttention;
import org.dalescope.model.network.embedding.InputDelays;
import org.dalescope.model.network.embedding.InputEmbedding;
import org.dalescope.model.network.embedding.InputEmbedding.Part;
import org.dalescope.model.network.embedding.LinearRelu;

/**
 * The arrays of the input embedding in {@code parameters.npz} of a run folder: the parameters of a learned embedding, or
 * the channel, the delay and the filter of every column of W_in.
 */
final class EmbeddingArrays {
    private EmbeddingArrays() {}

    /** The arrays of an embedding. */
    static List<NamedArray> of(InputEmbedding embedding) {
        if (embedding instanceof InputDelays delays) {
            int columns = delays.dimension();
            return List.of(
                    NamedArray.of(
                            InputDelays.CHANNEL,
                            IntStream.range(0, columns).map(delays::channel).toArray()),
                    NamedArray.of(
                            InputDelays.DELAY,
                            IntStream.range(0, columns)
                                    .mapToDouble(delays::delay)
                                    .toArray()),
                    NamedArray.of(InputDelays.TAU, new double[columns]));
        }
        return embedding.parts().stream()
                .map(part -> NamedArray.of(part.name(), part.values(), part.shape()))
                .toList();
    }

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
        if (content.arrays().containsKey(InputDelays.CHANNEL)) {
            read = Optional.of(delays(content));
        }
        if (read.isPresent()) {
            check(read.get(), content.array("W_in").shape()[1]);
        }
        return read;
    }

    /** The delays, whose columns must be whole copies of all channels, one after the other, without a filter. */
    private static InputDelays delays(NpzFile.Content content) throws IOException {
        int[] channels = content.array(InputDelays.CHANNEL).ints();
        double[] delays = content.array(InputDelays.DELAY).doubles();
        double[] tau = content.array(InputDelays.TAU).doubles();
        if (channels.length == 0) {
            // A session without inputs: W_in has no column.
            return new InputDelays(0, new double[0]);
        }
        int count = 1 + Arrays.stream(channels).max().orElse(0);
        boolean fits =
                channels.length % count == 0 && delays.length == channels.length && tau.length == channels.length;
        for (int i = 0; fits && i < channels.length; i++) {
            fits = channels[i] == i % count && delays[i] == delays[i - i % count] && delays[i] >= 0 && tau[i] == 0;
        }
        if (!fits) {
            throw new IOException(InputDelays.CHANNEL + ", " + InputDelays.DELAY + " and " + InputDelays.TAU
                    + " are not delays that Dalescope writes");
        }
        return new InputDelays(
                count,
                IntStream.range(0, channels.length / count)
                        .mapToDouble(d -> delays[d * count])
                        .toArray());
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
