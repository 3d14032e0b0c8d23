package org.dalescope.model.network.embedding;

/** The arithmetic of {@link InputDelays}: rows of earlier bins, copied or interpolated. */
final class InputDelaysPass implements EmbeddingPass {
    private final int channels;
    private final double[] delayBins;

    InputDelaysPass(InputDelays embedding) {
        this.channels = embedding.channels();
        this.delayBins = embedding.delayBins();
    }

    @Override
    public void embed(float[] inputs, int from, float[] embedded, int at, int bins) {
        for (int bin = 0; bin < bins; bin++) {
            for (int d = 0; d < delayBins.length; d++) {
                double earlier = Math.max(0, bin - delayBins[d]);
                int before = (int) earlier;
                float share = (float) (earlier - before);
                int row = at + (bin * delayBins.length + d) * channels;
                System.arraycopy(inputs, from + before * channels, embedded, row, channels);
                if (share > 0) {
                    int next = from + (before + 1) * channels;
                    for (int k = 0; k < channels; k++) {
                        embedded[row + k] = (1 - share) * embedded[row + k] + share * inputs[next + k];
                    }
                }
            }
        }
    }

    @Override
    public void pullBack(float[] inputs, int from, float[] embedded, float[] gradient, int at, int bins) {
        // Delays are fixed: there is nothing to learn.
    }

    @Override
    public double[] gradient() {
        return new double[0];
    }
}
