package org.dalescope.model.network.embedding;

/** An embedding of consecutive bins of one trial, and the sum of its parameters' gradient over the bins it was given. */
public interface EmbeddingPass {
    /**
     * e_t of some bins.
     *
     * @param inputs {@code [bin][channel]} from an offset on
     * @param embedded {@code [bin][dimension]} from an offset on, to be written
     */
    void embed(float[] inputs, int from, float[] embedded, int at, int bins);

    /**
     * Adds the parameters' gradient of some bins.
     *
     * @param embedded what {@link #embed} wrote
     * @param gradient d loss / d e_t, {@code [bin][dimension]}, from the same offset on
     */
    void pullBack(float[] inputs, int from, float[] embedded, float[] gradient, int at, int bins);

    /** The sum so far, parts one after the other. */
    double[] gradient();
}
