package org.dalescope.model.network;

/**
 * Derivatives of one loss with respect to a {@link Network}'s numbers; shapes as there.
 *
 * @param embedding by the embedding's parts, one after the other; empty where there is none
 */
public record NetworkGradient(
        double[] w, double[] wIn, double[] b, double[] h0, double[] gain, double[] alpha, double[] embedding) {

    /** Without an embedding. */
    public NetworkGradient(double[] w, double[] wIn, double[] b, double[] h0, double[] gain, double[] alpha) {
        this(w, wIn, b, h0, gain, alpha, new double[0]);
    }

    /** The same with the derivatives by the embedding's parts. */
    public NetworkGradient withEmbedding(double[] byParts) {
        return new NetworkGradient(w, wIn, b, h0, gain, alpha, byParts);
    }

    /** All zero. */
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
    }

    /**
     * Takes derivatives as a recurrence has them to those by the network's numbers, in place: W, W_in and b enter only multiplied
     * by alpha, alpha's sum is still to be divided by it, and the gain's is that by activity instead of rate.
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
