package org.dalescope.model.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.math.simd.FloatArrayPool;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.Session;
import org.junit.jupiter.api.Test;

/** The noise that a step adds to continuous inputs. */
class InputNoiseTest {
    private static final double SD = 0.2;
    private final Session session = SmallSessions.small();
    private final CounterRandom random = CounterRandom.of(4, Stream.INPUT_NOISE);

    private Batch noisy(InputNoise noise, int... trials) {
        Batch batch = Batch.of(session, trials);
        Network network = EngineCase.random(1, 1, 2, batch.channels()).network();
        try (WorkerThreads workers = WorkerThreads.of(2)) {
            Noise all = new Noise(new CounterRandom(1), 0, noise);
            return BatchDrive.of(network, batch, all, workers, new FloatArrayPool())
                    .batch();
        }
    }

    /** Mean 0 and sd as set on the two eye channels, within four standard errors; nothing on the events. */
    @Test
    void onlyContinuousChannelsGetItWithItsMeanAndSd() {
        InputNoise noise = InputNoise.of(random, SD, session);
        assertArrayEquals(new int[] {7, 8}, noise.channels());
        int[] trials = session.trialIds();
        Batch clean = Batch.of(session, trials);
        Batch noisy = noisy(noise.at(0), trials);
        int channels = clean.channels();
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i < clean.inputs().length; i++) {
            double added = noisy.inputs()[i] - clean.inputs()[i];
            if (i % channels >= 7) {
                sum += added;
                squares += added * added;
                count++;
            } else {
                assertEquals(0, added);
            }
        }
        assertEquals(60 * 20 * 2, count);
        assertEquals(0, sum / count, 4 * SD / Math.sqrt(count));
        assertEquals(SD, Math.sqrt(squares / count), 4 * SD / Math.sqrt(2.0 * count));
    }

    /** A trial's noise in a step does not depend on the trials beside it; another step has other noise. */
    @Test
    void itIsAFunctionOfStepAndTrial() {
        InputNoise noise = InputNoise.of(random, SD, session);
        int perTrial = session.bins() * session.channels().size();
        float[] three = noisy(noise.at(5), 8, 3, 11).inputs();
        assertArrayEquals(noisy(noise.at(5), 3).inputs(), Arrays.copyOfRange(three, perTrial, 2 * perTrial));
        assertNotEquals(three[7], noisy(noise.at(6), 8, 3, 11).inputs()[7]);
    }

    @Test
    void aSessionWithOtherChannelsIsRefused() {
        Network network = EngineCase.random(1, 1, 2, 3).network();
        Batch batch = Batch.of(session, new int[] {1});
        try (RecurrentEngine engine = new FusedEngine(1)) {
            String sentence = assertThrows(InputError.class, () -> engine.rates(network, batch, Noise.none()))
                    .sentence();
            assertTrue(sentence.contains("3 input channels") && sentence.contains("session 9"), sentence);
        }
    }

    @Test
    void withoutNoiseNothingIsCopied() {
        Batch batch = Batch.of(session, new int[] {1, 2});
        assertSame(
                batch.inputs(), noisy(InputNoise.of(random, 0, session), 1, 2).inputs());
        assertSame(
                batch.inputs(),
                noisy(new InputNoise(random, 1, new int[0]), 1, 2).inputs());
    }
}
