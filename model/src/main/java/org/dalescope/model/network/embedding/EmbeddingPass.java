package org.dalescope.model.network.embedding;

/**
 * Computes an input embedding for the bins of one trial, from its first bin on, and sums the gradient of its parameters
 * over those bins.
 */
public interface EmbeddingPass {
    /**
     * Computes e_t of some bins.
     *
     * @param inputs {@code [bin][channel]}, starting at an offset
     * @param embedded receives {@code [bin][dimension]}, starting at an offset
     */
    void embed(float[] inputs, int from, float[] embedded, int at, int bins);

    /**
     * Adds the parameters' gradient of some bins.
     *
     * @param embedded the result of {@link #embed}
     * @param gradient d loss / d e_t, {@code [bin][dimension]}, starting at the same offset
     */
    void pullBack(float[] inputs, int from, float[] embedded, float[] gradient, int at, int bins);

    /** The sum of the gradients so far, parts one after the other. */
    double[] gradient();
}
