package org.dalescope.model.network.embedding;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.dalescope.model.math.random.CounterRandom;

/** Embeddings by their equations, one bin at a time, in double precision. */
public final class PlainEmbedding {
    private PlainEmbedding() {}

    /** A random e = max(0, A u + c). */
    public static LinearRelu linear(int channels, int dimension) {
        CounterRandom r = new CounterRandom(100L * channels + dimension);
        return new LinearRelu(
                channels,
                fill(dimension * channels, i -> r.gaussian(i)),
                fill(dimension, i -> 0.3 * r.gaussian(100_000 + i)));
    }

    /** Random heads. */
    public static ChannelAttention attention(int channels, int heads, int dimension) {
        CounterRandom r = new CounterRandom(100L * channels + dimension + heads);
        return new ChannelAttention(
                channels,
                heads,
                fill(heads * channels * channels, i -> 0.7 * r.gaussian(i)),
                fill(heads * channels, i -> 0.5 * r.gaussian(100_000 + i)),
                fill(dimension * channels, i -> r.gaussian(200_000 + i)),
                dimension);
    }

    /** e of one u. */
    public static double[] of(InputEmbedding embedding, double[] u) {
        return switch (embedding) {
            case LinearRelu linear -> linear(linear, u);
            case ChannelAttention attention -> attention(attention, u);
            case InputDelays delays -> throw new IllegalArgumentException("needs earlier bins: " + delays);
        };
    }

    private static double[] linear(LinearRelu l, double[] u) {
        return fill(l.dimension(), d -> {
            double sum = l.c()[d];
            for (int k = 0; k < u.length; k++) {
                sum += l.a()[d * u.length + k] * u[k];
            }
            return Math.max(0, sum);
        });
    }

    private static double[] attention(ChannelAttention t, double[] u) {
        int channels = u.length;
        int perHead = t.dimension() / t.heads();
        double[] e = new double[t.dimension()];
        for (int h = 0; h < t.heads(); h++) {
            int head = h;
            double[] score = fill(channels, k -> {
                double sum = t.a()[head * channels + k];
                for (int j = 0; j < channels; j++) {
                    sum += t.b()[(head * channels + k) * channels + j] * u[j];
                }
                return Math.exp(sum);
            });
            double total = Arrays.stream(score).sum();
            for (int d = 0; d < perHead; d++) {
                for (int k = 0; k < channels; k++) {
                    e[h * perHead + d] += t.v()[(h * perHead + d) * channels + k] * score[k] / total * u[k];
                }
            }
        }
        return e;
    }

    private static double[] fill(int n, IntToDoubleFunction f) {
        double[] values = new double[n];
        Arrays.setAll(values, f);
        return values;
    }
}
