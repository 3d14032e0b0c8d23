package org.dalescope.model.network;

/**
 * The derivatives of one loss with respect to the numbers of a {@link Network}, with the same shapes.
 *
 * @param embedding with respect to the parts of the embedding, one after the other; empty without an embedding
 * @param readOut with respect to W_out {@code [target][unit]}, then b_out; empty without a read-out
 */
public record NetworkGradient(
        double[] w,
        double[] wIn,
        double[] b,
        double[] h0,
        double[] gain,
        double[] alpha,
        double[] embedding,
        double[] readOut) {

    /** A gradient without embedding and read-out. */
    public NetworkGradient(double[] w, double[] wIn, double[] b, double[] h0, double[] gain, double[] alpha) {
        this(w, wIn, b, h0, gain, alpha, new double[0], new double[0]);
    }

    /** The same gradient with derivatives with respect to the parts of the embedding. */
    public NetworkGradient withEmbedding(double[] byParts) {
        return new NetworkGradient(w, wIn, b, h0, gain, alpha, byParts, readOut);
    }

    /** The same gradient with derivatives with respect to W_out and b_out. */
    public NetworkGradient withReadOut(double[] byNumbers) {
        return new NetworkGradient(w, wIn, b, h0, gain, alpha, embedding, byNumbers);
    }

    /** A gradient of zeros. */
    public static NetworkGradient zero(int units, int channels) {
        return new NetworkGradient(
                new double[units * units],
                new double[units * channels],
                new double[units],
                new double[units],
                new double[units],
                new double[units]);
    }

    /** Adds another gradient in place. */
    public void add(NetworkGradient other) {
        add(w, other.w);
        add(wIn, other.wIn);
        add(b, other.b);
        add(h0, other.h0);
        add(gain, other.gain);
        add(alpha, other.alpha);
        add(embedding, other.embedding);
        add(readOut, other.readOut);
    }

    /**
     * Converts the derivatives that a recurrence computes into derivatives with respect to the network's numbers, in
     * place. In the recurrence, W, W_in and b appear only multiplied by alpha, and the sum for alpha is not yet divided
     * by alpha. The derivative of the gain refers to activity instead of rate, and that of W_out is the sum of products
     * with activity over all units.
     */
    public NetworkGradient throughAlphaAndGain(Network network) {
        int units = network.size();
        int channels = network.channels();
        for (int to = 0; to < units; to++) {
            double a = network.alpha()[to];
            scale(w, to * units, units, a);
            scale(wIn, to * channels, channels, a);
            b[to] *= a;
            alpha[to] /= a;
            gain[to] /= network.gain()[to];
        }
        for (int i = 0; i < readOut.length / (units + 1) * units; i++) {
            readOut[i] *= network.units().isExcitatory(i % units) ? network.gain()[i % units] : 0;
        }
        return this;
    }

    private static void scale(double[] values, int from, int count, double factor) {
        for (int i = from; i < from + count; i++) {
            values[i] *= factor;
        }
    }

    private static void add(double[] to, double[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
