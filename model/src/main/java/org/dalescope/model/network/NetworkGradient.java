package org.dalescope.model.network;

/**
 * Derivatives of one loss with respect to a {@link Network}'s numbers; shapes as there.
 *
 * @param embedding by the embedding's parts, one after the other; empty where there is none
 * @param readOut by W_out {@code [target][unit]}, then by b_out; empty where there is none
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

    /** Without embedding and read-out. */
    public NetworkGradient(double[] w, double[] wIn, double[] b, double[] h0, double[] gain, double[] alpha) {
        this(w, wIn, b, h0, gain, alpha, new double[0], new double[0]);
    }

    /** The same with the derivatives by the embedding's parts. */
    public NetworkGradient withEmbedding(double[] byParts) {
        return new NetworkGradient(w, wIn, b, h0, gain, alpha, byParts, readOut);
    }

    /** The same with the derivatives by W_out and b_out. */
    public NetworkGradient withReadOut(double[] byNumbers) {
        return new NetworkGradient(w, wIn, b, h0, gain, alpha, embedding, byNumbers);
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
        add(readOut, other.readOut);
    }

    /**
     * Takes derivatives as a recurrence has them to those by the network's numbers, in place: W, W_in and b enter only multiplied
     * by alpha, alpha's sum is still to be divided by it, the gain's is that by activity instead of rate, and W_out's is the sum of
     * products with activity, of all units.
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
