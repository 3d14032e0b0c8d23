package org.dalescope.model.math.random;

/**
 * A seeded, counter-based random number generator, a pure function of (key, counter): no number depends on the order or
 * the number of threads in which the numbers are requested. It applies two rounds of the SplitMix64 finaliser (Steele,
 * Lea and Flood 2014) to key and counter.
 */
public record CounterRandom(long key) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1.0p-53;

    /** A generator for one purpose of one fit, independent of those for other purposes. */
    public static CounterRandom of(long seed, Stream stream) {
        return new CounterRandom(mix(mix(seed + GOLDEN) + GOLDEN * stream.number));
    }

    /**
     * The purpose of a generator. The number of each purpose is part of the meaning of a seed and must never change.
     */
    public enum Stream {
        INITIALISATION(1),
        TRIAL_ORDER(2),
        PROCESS_NOISE(3),
        VALIDATION_NOISE(4),
        SPLIT(5),
        HALVES(6),
        SYNTHETIC_NETWORK(7),
        SYNTHETIC_TRIALS(8),
        SPIKES(9),
        INPUT_NOISE(10),
        PERMUTATION(11),
        BOOTSTRAP(12),
        INPUT_RULES(13),
        AVERAGED_SPIKES(14);

        private final long number;

        Stream(long number) {
            this.number = number;
        }
    }

    /** A generator for one index within this purpose, such as a step or a trial. */
    public CounterRandom at(long index) {
        return new CounterRandom(mix(key + GOLDEN * (index + 1)));
    }

    /** 64 random bits for a counter. */
    public long bits(long counter) {
        return mix(mix(key + GOLDEN * counter) ^ key);
    }

    /** Uniform in the open interval (0, 1). */
    public double uniform(long counter) {
        return ((bits(counter) >>> 11) + 0.5) * TO_UNIT;
    }

    /** Standard normal, by Box-Muller. */
    public double gaussian(long counter) {
        double radius = Math.sqrt(-2 * Math.log(uniform(2 * counter)));
        return radius * Math.cos(2 * Math.PI * uniform(2 * counter + 1));
    }

    /** A random permutation of 0 .. n-1 (Fisher-Yates). */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = (int) (uniform(i) * (i + 1));
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
