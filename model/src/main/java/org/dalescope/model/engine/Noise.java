package org.dalescope.model.engine;

import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.Threefry;
import org.dalescope.model.math.simd.GaussianNoise;

/**
 * The process noise s sqrt(alpha) xi that an engine adds to every unit and bin of a network. It is a function of
 * generator, trial id, bin and unit, so that a trial's noise depends neither on the other trials of its batch nor on
 * the number of threads; see {@link GaussianNoise}.
 *
 * @param sd s, 0 for no noise
 * @param inputs the noise that training adds to the inputs
 */
public record Noise(CounterRandom random, double sd, InputNoise inputs) {
    private static final float TO_UNIT = 0x1.0p-23f;

    /** Process noise without input noise. */
    public Noise(CounterRandom random, double sd) {
        this(random, sd, InputNoise.none());
    }

    /** No noise. */
    public static Noise none() {
        return new Noise(new CounterRandom(0), 0);
    }

    /**
     * The normals xi of one trial in double precision, {@code [bin][unit]}: the numbers that the engines add, for
     * computations without an engine.
     */
    public double[] normals(int trialId, int bins, int units) {
        int pairs = (units + 1) / 2;
        float[] first = new float[bins * pairs];
        float[] second = new float[bins * pairs];
        uniforms(new int[] {trialId}, bins, pairs, first, second);
        double[] normals = new double[bins * units];
        for (int i = 0; i < first.length; i++) {
            double radius = Math.sqrt(-2 * Math.log(first[i]));
            double angle = 2 * Math.PI * second[i];
            int row = i / pairs * units;
            int unit = i % pairs;
            normals[row + unit] = radius * Math.cos(angle);
            if (unit + pairs < units) {
                normals[row + unit + pairs] = radius * Math.sin(angle);
            }
        }
        return normals;
    }

    /** The noise generator of some consecutive trials of a batch. */
    public GaussianNoise of(int[] trialIds, int from, int trials, int columns) {
        long[] keys = new long[trials];
        for (int i = 0; i < trials; i++) {
            keys[i] = random.at(trialIds[from + i]).key();
        }
        return GaussianNoise.of(keys, columns);
    }

    /**
     * Computes the uniforms from which Box-Muller makes the same normals: {@code [bin][trial][pair]}, where pair j
     * gives the normals of units j (cosine) and j + pairs (sine).
     */
    void uniforms(int[] trialIds, int bins, int pairs, float[] first, float[] second) {
        for (int trial = 0; trial < trialIds.length; trial++) {
            long key = random.at(trialIds[trial]).key();
            for (int bin = 0; bin < bins; bin++) {
                int row = (bin * trialIds.length + trial) * pairs;
                for (int pair = 0; pair < pairs; pair++) {
                    long bits = Threefry.bits((int) (key >>> 32), (int) key, bin, pair);
                    first[row + pair] = ((int) (bits >>> 41) + 0.5f) * TO_UNIT;
                    second[row + pair] = (((int) bits >>> 9) + 0.5f) * TO_UNIT;
                }
            }
        }
    }
}
