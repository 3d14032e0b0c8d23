package org.dalescope.model.network.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dalescope.model.math.random.CounterRandom;
import org.junit.jupiter.api.Test;

/** Delayed inputs against their definition. */
class InputDelaysTest {
    private static final int BINS = 9;
    private static final int CHANNELS = 3;
    private static final double[] DELAYS = {0, 2, 0.5, 3.25, 40};

    @Test
    void aChannelHasItsEarlierValueAndAtFirstItsFirstOne() {
        InputDelays embedding = new InputDelays(CHANNELS, DELAYS);
        assertEquals(CHANNELS * DELAYS.length, embedding.dimension());
        CounterRandom random = new CounterRandom(3);
        int offset = 4;
        float[] inputs = new float[offset + BINS * CHANNELS];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) random.gaussian(i);
        }
        float[] got = new float[1 + BINS * embedding.dimension()];
        got[0] = 99;
        embedding.pass().embed(inputs, offset, got, 1, BINS);
        assertEquals(99, got[0]);
        for (int bin = 0; bin < BINS; bin++) {
            for (int column = 0; column < embedding.dimension(); column++) {
                int channel = embedding.channel(column);
                double at = Math.max(0, bin - embedding.delay(column));
                int low = (int) Math.floor(at);
                int high = Math.min(low + 1, BINS - 1);
                double want = inputs[offset + low * CHANNELS + channel] * (1 - (at - low))
                        + inputs[offset + high * CHANNELS + channel] * (at - low);
                assertEquals(want, got[1 + bin * embedding.dimension() + column], 1e-6, bin + " " + column);
            }
        }
        assertEquals(0, embedding.pass().gradient().length);
    }
}
