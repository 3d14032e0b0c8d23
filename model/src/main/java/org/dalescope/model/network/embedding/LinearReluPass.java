package org.dalescope.model.network.embedding;

/** The arithmetic of a {@link LinearRelu}, with A transposed so that the innermost loops run along the dimension. */
final class LinearReluPass implements EmbeddingPass {
    private final int channels;
    private final int dimension;
    private final float[] turned;
    private final float[] c;
    private final float[] ofTurned;
    private final float[] ofC;
    private final float[] through;
    private final double[] sums;

    LinearReluPass(LinearRelu embedding) {
        this.channels = embedding.channels();
        this.dimension = embedding.dimension();
        this.turned = FloatRowArithmetic.transposed(embedding.a(), 0, dimension, channels);
        this.c = FloatRowArithmetic.transposed(embedding.c(), 0, 1, dimension);
        this.ofTurned = new float[turned.length];
        this.ofC = new float[dimension];
        this.through = new float[dimension];
        this.sums = new double[turned.length + dimension];
    }

    @Override
    public void embed(float[] inputs, int from, float[] embedded, int at, int bins) {
        for (int bin = 0; bin < bins; bin++) {
            int row = at + bin * dimension;
            System.arraycopy(c, 0, embedded, row, dimension);
            for (int channel = 0; channel < channels; channel++) {
                float u = inputs[from + bin * channels + channel];
                // Event channels are 0 in most bins.
                if (u != 0) {
                    FloatRowArithmetic.addScaled(turned, channel * dimension, u, embedded, row, dimension);
                }
            }
            for (int i = row; i < row + dimension; i++) {
                embedded[i] = Math.max(0, embedded[i]);
            }
        }
    }

    @Override
    public void pullBack(float[] inputs, int from, float[] embedded, float[] gradient, int at, int bins) {
        for (int bin = 0; bin < bins; bin++) {
            int row = at + bin * dimension;
            for (int i = 0; i < dimension; i++) {
                through[i] = embedded[row + i] > 0 ? gradient[row + i] : 0;
            }
            FloatRowArithmetic.addScaled(through, 0, 1, ofC, 0, dimension);
            for (int channel = 0; channel < channels; channel++) {
                float u = inputs[from + bin * channels + channel];
                if (u != 0) {
                    FloatRowArithmetic.addScaled(through, 0, u, ofTurned, channel * dimension, dimension);
                }
            }
        }
        FloatRowArithmetic.flushTransposed(ofTurned, 0, dimension, channels, sums, 0);
        FloatRowArithmetic.flush(ofC, dimension, sums, ofTurned.length);
    }

    @Override
    public double[] gradient() {
        return sums;
    }
}
