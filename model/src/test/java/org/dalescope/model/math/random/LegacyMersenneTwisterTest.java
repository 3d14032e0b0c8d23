package org.dalescope.model.math.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LegacyMersenneTwisterTest {
    /** Printed by numpy.random.seed(42); numpy.random.shuffle(arange(20)), then shuffle(arange(1000)). */
    @Test
    void shufflesAsNumpyDoes() {
        LegacyMersenneTwister random = new LegacyMersenneTwister(42);
        int[] twenty = IntStream.range(0, 20).toArray();
        random.shuffle(twenty);
        assertArrayEquals(new int[] {0, 17, 15, 1, 8, 5, 11, 3, 18, 16, 13, 2, 9, 19, 4, 12, 7, 10, 14, 6}, twenty);
        int[] thousand = IntStream.range(0, 1000).toArray();
        random.shuffle(thousand);
        assertArrayEquals(new int[] {527, 359, 447, 31, 621, 590, 905, 737}, Arrays.copyOf(thousand, 8));
        assertArrayEquals(new int[] {276, 955, 191, 385}, Arrays.copyOfRange(thousand, 996, 1000));
    }
}
