package org.dalescope.model.network.embedding;

import java.util.List;

/**
 * Attention over channels: each head h weights them by p_h = softmax(B_h u_t + a_h) and gives V_h (p_h * u_t), the product in
 * brackets channel by channel; e_t is all heads' one after the other.
 *
 * @param b B, {@code [head][channel][channel]}: row the weighted channel, column the one it looks at
 * @param a {@code [head][channel]}
 * @param v V, {@code [head][dimension / heads][channel]}
 */
public record ChannelAttention(int channels, int heads, double[] b, double[] a, double[] v, int dimension)
        implements InputEmbedding {
    /** What {@code parameters.npz} calls B. */
    public static final String B = "attention_B";

    /** What it calls a. */
    public static final String A = "attention_a";

    /** What it calls V. */
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
