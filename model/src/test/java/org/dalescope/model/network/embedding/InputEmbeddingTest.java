package org.dalescope.model.network.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.Stream;
import org.dalescope.model.math.random.CounterRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both embeddings against their equations and against finite differences of them. */
class InputEmbeddingTest {
    private static final int BINS = 7;
    private static final int OFFSET = 3;

    static Stream<InputEmbedding> embeddings() {
        return Stream.of(
                PlainEmbedding.linear(1, 1),
                PlainEmbedding.linear(14, 56),
                PlainEmbedding.linear(3, 5),
                PlainEmbedding.attention(1, 1, 1),
                PlainEmbedding.attention(14, 4, 56),
                PlainEmbedding.attention(5, 3, 9));
    }

    /** Every third input is 0, as events are. */
    private static float[] inputs(InputEmbedding embedding) {
        CounterRandom r = new CounterRandom(8);
        float[] inputs = new float[OFFSET + BINS * embedding.channels()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = i % 3 == 0 ? 0 : (float) r.gaussian(i);
        }
        return inputs;
    }

    private static double[] plain(InputEmbedding embedding, float[] inputs) {
        double[] all = new double[BINS * embedding.dimension()];
        for (int bin = 0; bin < BINS; bin++) {
            int from = OFFSET + bin * embedding.channels();
            double[] u = new double[embedding.channels()];
            Arrays.setAll(u, k -> inputs[from + k]);
            double[] e = PlainEmbedding.of(embedding, u);
            System.arraycopy(e, 0, all, bin * e.length, e.length);
        }
        return all;
    }

    @ParameterizedTest
    @Tag("registers")
    @MethodSource("embeddings")
    void numbersFollowTheEquation(InputEmbedding embedding) {
        float[] inputs = inputs(embedding);
        double[] want = plain(embedding, inputs);
        float[] got = new float[1 + want.length];
        Arrays.fill(got, 99);
        embedding.pass().embed(inputs, OFFSET, got, 1, BINS);
        assertEquals(99, got[0], "what lies before is left alone");
        for (int i = 0; i < want.length; i++) {
            assertEquals(want[i], got[1 + i], 1e-5 * (1 + Math.abs(want[i])), "number " + i);
        }
    }

    @ParameterizedTest
    @Tag("registers")
    @MethodSource("embeddings")
    void gradientsAreThoseOfFiniteDifferences(InputEmbedding embedding) {
        float[] inputs = inputs(embedding);
        CounterRandom r = new CounterRandom(4);
        float[] slope = new float[BINS * embedding.dimension()];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (float) r.gaussian(i);
        }
        float[] embedded = new float[slope.length];
        EmbeddingPass pass = embedding.pass();
        pass.embed(inputs, OFFSET, embedded, 0, BINS);
        pass.pullBack(inputs, OFFSET, embedded, slope, 0, BINS);
        double[] got = pass.gradient();
        int at = 0;
        for (InputEmbedding.Part part : embedding.parts()) {
            for (int i = 0; i < part.values().length; i++) {
                double want = difference(embedding, inputs, slope, part.values(), i);
                assertEquals(want, got[at++], 2e-5 * (1 + Math.abs(want)), part.name() + " " + i);
            }
        }
        assertEquals(got.length, at);
        pass.pullBack(inputs, OFFSET, embedded, slope, 0, BINS);
        assertEquals(2, Arrays.stream(pass.gradient()).sum() / half(embedding, inputs, embedded, slope), 1e-9, "sums");
    }

    private static double half(InputEmbedding embedding, float[] inputs, float[] embedded, float[] slope) {
        EmbeddingPass pass = embedding.pass();
        pass.pullBack(inputs, OFFSET, embedded, slope, 0, BINS);
        return Arrays.stream(pass.gradient()).sum();
    }

    private static double difference(
            InputEmbedding embedding, float[] inputs, float[] slope, double[] parameter, int i) {
        double h = 1e-6;
        double at = parameter[i];
        parameter[i] = at + h;
        double[] up = plain(embedding, inputs);
        parameter[i] = at - h;
        double[] down = plain(embedding, inputs);
        parameter[i] = at;
        double sum = 0;
        for (int k = 0; k < up.length; k++) {
            sum += slope[k] * (up[k] - down[k]) / (2 * h);
        }
        return sum;
    }

    /** Scores of some hundreds, whose exponentials overflow, still make weights. */
    @Test
    void largeScoresPickOneChannel() {
        ChannelAttention sure =
                new ChannelAttention(2, 1, new double[] {400, 0, 0, 900}, new double[2], new double[] {3, 5}, 1);
        float[] e = new float[1];
        sure.pass().embed(new float[] {1, 1}, 0, e, 0, 1);
        assertArrayEquals(new float[] {5}, e, 1e-6f);
    }

    @Test
    void partsHaveTheirShapes() {
        ChannelAttention broken = new ChannelAttention(2, 1, new double[3], new double[2], new double[2], 1);
        assertThrows(IllegalArgumentException.class, broken::parts);
    }
}
