package org.dalescope.model.engine.libtorch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.EngineCase;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.Trace;
import org.dalescope.model.engine.libtorch.TensorEngine.Precision;
import org.dalescope.model.math.random.CounterRandom;
import org.junit.jupiter.api.Test;

/** A GPU's short memory, played by the CPU: more than so many trials at once and libtorch's sentence is thrown. */
class TensorMemoryTest {
    private static final double TOLERANCE = 1e-9;
    private static final Noise NOISE = new Noise(new CounterRandom(9), 0.2);
    private final EngineCase example = EngineCase.random(37, 9, 6, 3);
    private final List<Integer> placed = Collections.synchronizedList(new ArrayList<>());

    private TensorEngine engine(IntConsumer memory) {
        return new TensorEngine(Device.cpu(), 2, Precision.DOUBLE, Integer.MAX_VALUE, memory);
    }

    private IntConsumer holding(int trials) {
        return wanted -> {
            placed.add(wanted);
            if (wanted > trials) {
                throw new EngineException("CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 11.00 GiB total)");
            }
        };
    }

    private List<double[]> everything(TensorEngine engine) {
        try (Trace trace = engine.forward(example.network(), example.batch(), NOISE, example.plan())) {
            RateStatistics s = trace.statistics();
            Stream<double[]> gradients = engine.backward(trace, example.losses(), true).stream()
                    .flatMap(g -> Stream.of(g.w(), g.wIn(), g.b(), g.h0(), g.gain(), g.alpha(), g.readOut()));
            Stream<double[]> statistics =
                    Stream.of(s.psth(), s.population(), s.moments().mean(), s.output());
            return Stream.concat(statistics, gradients).toList();
        }
    }

    private static void same(List<double[]> wanted, List<double[]> got) {
        assertEquals(wanted.size(), got.size());
        for (int i = 0; i < wanted.size(); i++) {
            double scale = Math.max(
                    1, Arrays.stream(wanted.get(i)).map(Math::abs).max().orElse(0));
            assertArrayEquals(wanted.get(i), got.get(i), TOLERANCE * scale, "array " + i);
        }
    }

    @Test
    void smallerBlocksGiveTheSameNumbersAndAreSaid() {
        try (TensorEngine ample = engine(trials -> {});
                TensorEngine shortOf = engine(holding(10))) {
            List<double[]> wanted = everything(ample);
            assertFalse(ample.description().contains("at a time"));
            same(wanted, everything(shortOf));
            // 37, 18, 9 and then four blocks of 9 and one of 1, forward and again backward.
            assertEquals(List.of(37, 18, 9, 9, 9, 9, 1, 9, 9, 9, 9, 1), placed);
            assertTrue(shortOf.description().contains("9 trials at a time"), shortOf.description());
            placed.clear();
            same(wanted, everything(shortOf));
            assertEquals(List.of(9, 9, 9, 9, 1, 9, 9, 9, 9, 1), placed);
        }
    }

    @Test
    void memoryThatEndsOnTheWayBackIsAnsweredThere() {
        int[] calls = {0};
        // The block fits forward; what is made again in smaller ones does not at first.
        IntConsumer memory = trials -> {
            calls[0]++;
            if (calls[0] == 2 || calls[0] == 5) {
                throw new IllegalStateException(new EngineException("CUDA error: out of memory"));
            }
        };
        try (TensorEngine ample = engine(trials -> {});
                TensorEngine shortOf = engine(memory)) {
            shortOf.statistics(example.network(), example.batch(), NOISE, example.plan());
            same(everything(ample), everything(shortOf));
        }
    }

    @Test
    void ratesAreThoseOfAmpleMemory() {
        try (TensorEngine ample = engine(trials -> {});
                TensorEngine shortOf = engine(holding(5))) {
            assertArrayEquals(
                    ample.rates(example.network(), example.batch(), NOISE),
                    shortOf.rates(example.network(), example.batch(), NOISE),
                    1e-4f);
        }
    }

    @Test
    void notEvenOneTrialIsARefusalAndOtherErrorsStayWhatTheyAre() {
        try (TensorEngine none = engine(holding(0));
                TensorEngine broken = engine(trials -> {
                    throw new EngineException("illegal memory access");
                })) {
            String sentence =
                    assertThrows(InputError.class, () -> everything(none)).sentence();
            assertTrue(sentence.contains("--device cpu"), sentence);
            assertThrows(EngineException.class, () -> everything(broken));
        }
    }
}
