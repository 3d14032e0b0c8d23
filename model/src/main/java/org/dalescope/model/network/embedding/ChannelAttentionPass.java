package org.dalescope.model.network.embedding;

import java.util.Arrays;
import org.dalescope.model.math.simd.RowArithmetic;
import org.dalescope.model.math.simd.VectorWidth;

/**
 * The arithmetic of a {@link ChannelAttention}, with transposed matrices: B {@code [seen channel][head][channel]}, V
 * {@code [head][channel][own]}.
 */
final class ChannelAttentionPass implements EmbeddingPass {
    private final int channels;
    private final int heads;
    private final int perHead;
    private final int weights;
    private final float[] b;
    private final float[] a;
    private final float[] v;
    private final float[] ofB;
    private final float[] ofA;
    private final float[] ofV;
    /** p of all heads, {@code [head][channel]}, padded to whole registers. */
    private final float[] p;

    private final float[] byLogit;
    private final double[] sums;

    ChannelAttentionPass(ChannelAttention embedding) {
        this.channels = embedding.channels();
        this.heads = embedding.heads();
        this.perHead = embedding.dimension() / heads;
        this.weights = heads * channels;
        this.b = FloatRowArithmetic.transposed(embedding.b(), 0, weights, channels);
        this.a = FloatRowArithmetic.transposed(embedding.a(), 0, 1, weights);
        this.v = new float[weights * perHead];
        for (int head = 0; head < heads; head++) {
            int from = head * perHead * channels;
            float[] own = FloatRowArithmetic.transposed(embedding.v(), from, perHead, channels);
            System.arraycopy(own, 0, v, from, own.length);
        }
        this.ofB = new float[b.length];
        this.ofA = new float[weights];
        this.ofV = new float[v.length];
        this.p = new float[VectorWidth.padded(weights)];
        this.byLogit = new float[weights];
        this.sums = new double[b.length + weights + v.length];
    }

    @Override
    public void embed(float[] inputs, int from, float[] embedded, int at, int bins) {
        int dimension = heads * perHead;
        for (int bin = 0; bin < bins; bin++) {
            int u = from + bin * channels;
            int row = at + bin * dimension;
            attend(inputs, u);
            Arrays.fill(embedded, row, row + dimension, 0);
            for (int i = 0; i < weights; i++) {
                float seen = p[i] * inputs[u + i % channels];
                if (seen != 0) {
                    FloatRowArithmetic.addScaled(v, i * perHead, seen, embedded, row + i / channels * perHead, perHead);
                }
            }
        }
    }

    @Override
    public void pullBack(float[] inputs, int from, float[] embedded, float[] gradient, int at, int bins) {
        for (int bin = 0; bin < bins; bin++) {
            int u = from + bin * channels;
            int row = at + bin * heads * perHead;
            attend(inputs, u);
            for (int i = 0; i < weights; i++) {
                float input = inputs[u + i % channels];
                int head = row + i / channels * perHead;
                byLogit[i] = input == 0 ? 0 : input * FloatRowArithmetic.dot(v, i * perHead, gradient, head, perHead);
                if (input != 0) {
                    FloatRowArithmetic.addScaled(gradient, head, p[i] * input, ofV, i * perHead, perHead);
                }
            }
            throughSoftmax();
            FloatRowArithmetic.addScaled(byLogit, 0, 1, ofA, 0, weights);
            for (int channel = 0; channel < channels; channel++) {
                if (inputs[u + channel] != 0) {
                    FloatRowArithmetic.addScaled(byLogit, 0, inputs[u + channel], ofB, channel * weights, weights);
                }
            }
        }
        flush();
    }

    @Override
    public double[] gradient() {
        return sums;
    }

    /** Computes p of one bin. */
    private void attend(float[] inputs, int u) {
        System.arraycopy(a, 0, p, 0, weights);
        for (int channel = 0; channel < channels; channel++) {
            if (inputs[u + channel] != 0) {
                FloatRowArithmetic.addScaled(b, channel * weights, inputs[u + channel], p, 0, weights);
            }
        }
        for (int from = 0; from < weights; from += channels) {
            float largest = p[from];
            for (int i = from; i < from + channels; i++) {
                largest = Math.max(largest, p[i]);
            }
            for (int i = from; i < from + channels; i++) {
                p[i] -= largest;
            }
        }
        Arrays.fill(p, weights, p.length, 0);
        RowArithmetic.exp(p, p.length);
        for (int from = 0; from < weights; from += channels) {
            float sum = 0;
            for (int i = from; i < from + channels; i++) {
                sum += p[i];
            }
            for (int i = from; i < from + channels; i++) {
                p[i] /= sum;
            }
        }
    }

    /** Converts d loss / d p into the derivatives with respect to the logits, p (d - sum p d), head by head. */
    private void throughSoftmax() {
        for (int from = 0; from < weights; from += channels) {
            float mean = FloatRowArithmetic.dot(p, from, byLogit, from, channels);
            for (int i = from; i < from + channels; i++) {
                byLogit[i] = p[i] * (byLogit[i] - mean);
            }
        }
    }

    private void flush() {
        FloatRowArithmetic.flushTransposed(ofB, 0, weights, channels, sums, 0);
        FloatRowArithmetic.flush(ofA, weights, sums, b.length);
        for (int head = 0; head < heads; head++) {
            int from = head * perHead * channels;
            FloatRowArithmetic.flushTransposed(ofV, from, perHead, channels, sums, b.length + weights + from);
        }
    }
}
