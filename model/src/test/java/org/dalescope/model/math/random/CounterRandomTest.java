package org.dalescope.model.math.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.junit.jupiter.api.Test;

class CounterRandomTest {
    private static final int N = 200_000;

    @Test
    void gaussiansHaveTheMomentsOfTheStandardNormal() {
        CounterRandom random = CounterRandom.of(7, Stream.PROCESS_NOISE);
        double[] x = IntStream.range(0, N).mapToDouble(random::gaussian).toArray();
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance = Arrays.stream(x).map(v -> v * v).average().orElseThrow();
        double fourth = Arrays.stream(x).map(v -> v * v * v * v).average().orElseThrow();
        double lag = IntStream.range(1, N)
                .mapToDouble(i -> x[i] * x[i - 1])
                .average()
                .orElseThrow();
        // Standard errors: 1/sqrt(n), sqrt(2/n), sqrt(96/n), 1/sqrt(n); five of each.
        assertEquals(0, mean, 5 / Math.sqrt(N));
        assertEquals(1, variance, 5 * Math.sqrt(2.0 / N));
        assertEquals(3, fourth, 5 * Math.sqrt(96.0 / N));
        assertEquals(0, lag, 5 / Math.sqrt(N));
    }

    @Test
    void streamsAndIndicesAreApart() {
        CounterRandom noise = CounterRandom.of(1, Stream.PROCESS_NOISE);
        assertNotEquals(
                noise.bits(3), CounterRandom.of(1, Stream.VALIDATION_NOISE).bits(3));
        assertNotEquals(noise.bits(3), CounterRandom.of(2, Stream.PROCESS_NOISE).bits(3));
        assertNotEquals(noise.at(0).bits(3), noise.at(1).bits(3));
        assertEquals(
                noise.at(5).bits(3),
                CounterRandom.of(1, Stream.PROCESS_NOISE).at(5).bits(3));
    }

    @Test
    void permutationsHoldEveryNumberOnceAndAreUniform() {
        int[] firstAt = new int[6];
        for (int repeat = 0; repeat < 6000; repeat++) {
            int[] order = new CounterRandom(repeat * 31L).permutation(6);
            assertEquals(6, Arrays.stream(order).distinct().count());
            firstAt[order[0]]++;
        }
        double chiSquare = Arrays.stream(firstAt)
                .mapToDouble(c -> (c - 1000.0) * (c - 1000) / 1000)
                .sum();
        assertTrue(chiSquare < 20.5, () -> "chi-square with 5 degrees of freedom: " + chiSquare);
    }
}
