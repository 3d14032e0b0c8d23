package org.dalescope.model.network.embedding;

import java.util.List;

/**
 * An input embedding with attention over channels. Each head h weights the channels by p_h = softmax(B_h u_t + a_h) and
 * gives V_h (p_h * u_t), where the product in brackets is taken channel by channel. e_t holds the results of all heads
 * one after the other.
 *
 * @param b B, {@code [head][channel][channel]}: the row is the weighted channel, the column the channel that its weight
 *     depends on
 * @param a {@code [head][channel]}
 * @param v V, {@code [head][dimension / heads][channel]}
 */
public record ChannelAttention(int channels, int heads, double[] b, double[] a, double[] v, int dimension)
        implements InputEmbedding {
    /** The name of B in {@code parameters.npz}. */
    public static final String B = "attention_B";

    /** The name of a in {@code parameters.npz}. */
    public static final String A = "attention_a";

    /** The name of V in {@code parameters.npz}. */
    public static final String V = "attention_V";

    @Override
    public List<Part> parts() {
        return List.of(
                new Part(B, b, heads, channels, channels),
                new Part(A, a, heads, channels),
                new Part(V, v, heads, dimension / heads, channels));
    }

    @Override
    public EmbeddingPass pass() {
        return new ChannelAttentionPass(this);
    }
}
