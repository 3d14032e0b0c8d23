package org.dalescope.model.network.embedding;

import java.util.List;

/**
 * A linear input embedding with rectification, e_t = max(0, A u_t + c).
 *
 * @param a A, {@code [dimension][channel]}
 * @param c {@code [dimension]}
 */
public record LinearRelu(int channels, double[] a, double[] c) implements InputEmbedding {
    /** The name of A in {@code parameters.npz}. */
    public static final String A = "embedding_A";

    /** The name of c in {@code parameters.npz}. */
    public static final String C = "embedding_c";

    @Override
    public int dimension() {
        return c.length;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part(A, a, dimension(), channels), new Part(C, c, dimension()));
    }

    @Override
    public EmbeddingPass pass() {
        return new LinearReluPass(this);
    }
}
