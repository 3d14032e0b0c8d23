package org.dalescope.model.math.simd;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;

/** What tests of float kernels share. */
final class Floats {
    /** Rows and columns that fit no register tile, and those that fit one. */
    static final int[] SIZES = {1, 2, 3, 5, 33, 65};

    private Floats() {}

    /** Of any sign and of sizes around 1. */
    static float[] random(int count, long seed) {
        return fromTo(count, -2, 2, seed);
    }

    static float[] fromTo(int count, double low, double high, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (low + (high - low) * random.nextDouble());
        }
        return values;
    }

    /** Widths of rows: the narrowest there is and some wider ones, in whichever registers this machine has. */
    static IntStream widths() {
        return IntStream.of(1, 2, 5).map(strips -> strips * VectorWidth.STRIP);
    }

    /** A message is made only for a failure: some tests make millions of comparisons. */
    static void near(double want, float got, double tolerance, String name, int index) {
        if (!(Math.abs(want - got) <= tolerance)) {
            assertTrue(false, name + " " + index + ": " + got + " instead of " + want);
        }
    }
}
