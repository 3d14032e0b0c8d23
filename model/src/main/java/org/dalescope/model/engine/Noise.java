package org.dalescope.model.engine;

import org.dalescope.model.random.CounterRandom;

/**
 * Process noise s sqrt(alpha) xi of every unit and bin. It is a function of generator, trial id, bin and unit, so that a
 * trial gets the same noise whatever trials run beside it and however many threads there are.
 *
 * @param sd s, 0 for none
 */
public record Noise(CounterRandom random, double sd) {
    /** No noise. */
    public static Noise none() {
        return new Noise(new CounterRandom(0), 0);
    }

    /**
     * The uniforms from which Box-Muller makes the normals: {@code [bin][trial][pair]}, where pair j serves units j (by
     * the cosine) and j + pairs (by the sine).
     */
    void uniforms(int[] trialIds, int bins, int pairs, float[] first, float[] second) {
        for (int trial = 0; trial < trialIds.length; trial++) {
            CounterRandom own = random.at(trialIds[trial]);
            for (int bin = 0; bin < bins; bin++) {
                int row = (bin * trialIds.length + trial) * pairs;
                for (int pair = 0; pair < pairs; pair++) {
                    own.uniformPair((long) bin * pairs + pair, first, second, row + pair);
                }
            }
        }
    }
}
