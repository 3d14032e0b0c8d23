package org.dalescope.model.math.random;

/**
 * NumPy's legacy random number generator ({@code np.random.seed} and {@code np.random.shuffle}), bit for bit: MT19937
 * (Matsumoto and Nishimura 1998) with bounded draws by masked rejection. It only serves to reproduce splits that were
 * made with it.
 */
public final class LegacyMersenneTwister {
    private static final int N = 624;
    private static final int M = 397;

    private final int[] state = new int[N];
    private int position = N;

    public LegacyMersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** Shuffles in place as {@code np.random.shuffle} does a one-dimensional array. */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = below(i);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }

    /** A whole number from 0 to max, both included. */
    private int below(int max) {
        int mask = -1 >>> Integer.numberOfLeadingZeros(max);
        int value = next() & mask;
        while (value > max) {
            value = next() & mask;
        }
        return value;
    }

    private int next() {
        if (position == N) {
            refill();
        }
        int y = state[position++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void refill() {
        for (int i = 0; i < N; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7fffffff);
            state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        position = 0;
    }
}
