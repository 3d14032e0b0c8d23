package org.dalescope.model.network.embedding;

import java.util.Arrays;
import java.util.List;

/**
 * An embedding e_t of the inputs u_t, which drives the recurrence instead of the inputs: W_in e_t.
 */
public sealed interface InputEmbedding permits LinearRelu, ChannelAttention, InputDelays {
    /** The length of u_t. */
    int channels();

    /** The length of e_t. */
    int dimension();

    /** The parameters, in the same order as in gradients. */
    List<Part> parts();

    /** Whether the embedding has parameters to learn. */
    default boolean isLearned() {
        return !parts().isEmpty();
    }

    /** A new pass with its own buffers; each task needs its own. */
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
