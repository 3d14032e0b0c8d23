package org.dalescope.model.network;

/** Derivatives of one loss with respect to a {@link Network}'s numbers; shapes as there. */
public record NetworkGradient(double[] w, double[] wIn, double[] b, double[] h0, double[] gain, double[] alpha) {

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
    }

    private static void add(double[] to, double[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
