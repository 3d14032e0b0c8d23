package org.dalescope.model.math.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.dalescope.model.math.random.Threefry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the scalar generator and Box-Muller in float64, and as random numbers. */
@Tag("registers")
class GaussianNoiseTest {
    private static final int TRIALS = 64;
    private static final int BINS = 256;
    private static final int PAIRS = 32;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 40})
    void numbersAreBoxMullersOfTheScalarGenerator(int pairs) {
        Floats.widths().forEach(columns -> {
            long[] keys = new Random(columns).longs(columns - 1).toArray();
            GaussianNoise noise = GaussianNoise.of(keys, columns);
            for (int bin : new int[] {0, 1, 12_345}) {
                float[] rows = new float[2 * pairs * columns];
                noise.add(bin, pairs, 1, ones(rows.length), rows);
                for (int pair = 0; pair < pairs; pair++) {
                    for (int column = 0; column < keys.length; column++) {
                        int at = pair * columns + column;
                        Floats.near(cosine(keys[column], bin, pair), rows[at], 2e-6, "cosine", at);
                        at += pairs * columns;
                        Floats.near(sine(keys[column], bin, pair), rows[at], 2e-6, "sine", at);
                    }
                }
            }
        });
    }

    @Test
    void itIsAddedToTheRowsInUnitsOfTheFactorAndOfEachPlacesOwnDeviation() {
        int columns = 3 * VectorWidth.STRIP;
        int pairs = 9;
        long[] keys = new Random(4).longs(columns).toArray();
        float[] before = Floats.random(2 * pairs * columns, 5);
        float[] sd = Floats.fromTo(before.length, 0, 2, 6);
        float[] rows = before.clone();
        GaussianNoise.of(keys, columns).add(77, pairs, 0.3f, sd, rows);
        for (int i = 0; i < rows.length; i++) {
            int unit = i / columns;
            long key = keys[i % columns];
            double normal = unit < pairs ? cosine(key, 77, unit) : sine(key, 77, unit - pairs);
            Floats.near(before[i] + 0.3f * sd[i] * normal, rows[i], 2e-6, "number", i);
        }
    }

    @Test
    void theMomentsAreThoseOfStandardNormals() {
        double[] x = million();
        double root = Math.sqrt(x.length);
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance = central(x, mean, 2);
        assertEquals(0, mean, 4 / root, "mean");
        assertEquals(1, variance, 4 * Math.sqrt(2) / root, "variance");
        assertEquals(0, central(x, mean, 3) / Math.pow(variance, 1.5), 4 * Math.sqrt(6) / root, "skewness");
        assertEquals(3, central(x, mean, 4) / (variance * variance), 4 * Math.sqrt(24) / root, "kurtosis");
        double beyond = Arrays.stream(x).filter(v -> Math.abs(v) > 3).count() / (double) x.length;
        double expected = 0.0026997960632601866;
        assertEquals(expected, beyond, 4 * Math.sqrt(expected) / root, "share beyond 3");
    }

    /** {@code [bin][unit][trial]}; keys and counters that differ in a few bits only, where a weak generator would show. */
    @Test
    void nothingIsCorrelatedWithItsNeighbours() {
        double[] x = million();
        int bin = 2 * PAIRS * TRIALS;
        uncorrelated(x, PAIRS * TRIALS, "halves of a pair", i -> i % bin < PAIRS * TRIALS);
        uncorrelated(x, bin, "bins", i -> true);
        uncorrelated(x, TRIALS, "units", i -> i % bin / TRIALS < 2 * PAIRS - 1);
        uncorrelated(x, 1, "trials", i -> i % TRIALS < TRIALS - 1);
    }

    @FunctionalInterface
    private interface Chosen {
        boolean is(int index);
    }

    /** Neither the numbers nor their squares; the latter are where the halves of a pair would show a common radius. */
    private static void uncorrelated(double[] x, int distance, String name, Chosen chosen) {
        double products = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i + distance < x.length; i++) {
            if (chosen.is(i)) {
                products += x[i] * x[i + distance];
                squares += (x[i] * x[i] - 1) * (x[i + distance] * x[i + distance] - 1) / 2;
                count++;
            }
        }
        double four = 4 / Math.sqrt(count);
        assertTrue(count > 400_000, name);
        assertEquals(0, products / count, four, name);
        assertEquals(0, squares / count, four, name + ", squares");
    }

    private static double[] million() {
        long[] keys = new long[TRIALS];
        Arrays.setAll(keys, i -> i);
        GaussianNoise noise = GaussianNoise.of(keys, TRIALS);
        float[] sd = ones(2 * PAIRS * TRIALS);
        double[] all = new double[BINS * sd.length];
        for (int bin = 0; bin < BINS; bin++) {
            float[] rows = new float[sd.length];
            noise.add(bin, PAIRS, 1, sd, rows);
            for (int i = 0; i < rows.length; i++) {
                all[bin * rows.length + i] = rows[i];
            }
        }
        return all;
    }

    private static double central(double[] x, double mean, int power) {
        return Arrays.stream(x).map(v -> Math.pow(v - mean, power)).average().orElseThrow();
    }

    private static double cosine(long key, int bin, int pair) {
        long bits = Threefry.bits((int) (key >>> 32), (int) key, bin, pair);
        return radius(bits) * StrictMath.cos(angle(bits));
    }

    private static double sine(long key, int bin, int pair) {
        long bits = Threefry.bits((int) (key >>> 32), (int) key, bin, pair);
        return radius(bits) * StrictMath.sin(angle(bits));
    }

    private static double radius(long bits) {
        return Math.sqrt(-2 * StrictMath.log(((bits >>> 41) + 0.5) * 0x1.0p-23));
    }

    private static double angle(long bits) {
        return 2 * Math.PI * (((bits & 0xffffffffL) >>> 9) + 0.5) * 0x1.0p-23;
    }

    private static float[] ones(int count) {
        float[] values = new float[count];
        Arrays.fill(values, 1);
        return values;
    }
}
