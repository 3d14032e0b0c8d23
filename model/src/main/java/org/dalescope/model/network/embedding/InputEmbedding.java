package org.dalescope.model.network.embedding;

import java.util.Arrays;
import java.util.List;

/** A learned function e_t of the inputs u_t of the same bin, which drives the recurrence in their place: W_in e_t. */
public sealed interface InputEmbedding permits LinearRelu, ChannelAttention {
    /** Length of u_t. */
    int channels();

    /** Length of e_t. */
    int dimension();

    /** The parameters, in the order in which gradients hold them. */
    List<Part> parts();

    /** The arithmetic with room of its own: one for each task. */
    EmbeddingPass pass();

    /**
     * A parameter of an embedding.
     *
     * @param name as in {@code parameters.npz}
     */
    record Part(String name, double[] values, int... shape) {
        public Part {
            int length = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
            if (values.length != length) {
                throw new IllegalArgumentException(
                        name + " has " + values.length + " values instead of " + Arrays.toString(shape));
            }
        }
    }
}
