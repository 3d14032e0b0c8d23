package org.dalescope.model.suite.results;

import java.util.Arrays;
import org.dalescope.model.math.random.CounterRandom;

/**
 * A permutation test of paired differences between two arms of a suite. Under the null hypothesis the two arms are
 * exchangeable within a pair, so both signs of a difference are equally likely. Up to {@value #EXACT_PAIRS} pairs all
 * sign assignments are tried, otherwise {@value #DRAWS} random ones.
 */
final class SignFlipPermutation {
    private static final int EXACT_PAIRS = 13;
    private static final int DRAWS = 10_000;
    /** Sums that differ only by rounding count as equal. */
    private static final double TOLERANCE = 1e-12;

    private SignFlipPermutation() {}

    /** The share of sign assignments whose mean is at least as far from 0 as the observed mean. */
    static double p(double[] differences) {
        int n = differences.length;
        double scale = Arrays.stream(differences).map(Math::abs).sum();
        double observed = Math.abs(Arrays.stream(differences).sum()) - TOLERANCE * scale;
        if (n <= EXACT_PAIRS) {
            int all = 1 << n;
            int far = 0;
            for (int signs = 0; signs < all; signs++) {
                far += Math.abs(sum(differences, signs)) >= observed ? 1 : 0;
            }
            return (double) far / all;
        }
        CounterRandom random = CounterRandom.of(0, CounterRandom.Stream.PERMUTATION);
        // The observed assignment counts as one of the draws.
        int far = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            far += Math.abs(drawn(differences, random.at(draw))) >= observed ? 1 : 0;
        }
        return far / (DRAWS + 1.0);
    }

    /** The smallest p that this number of pairs can give; both extreme assignments count. */
    static double smallestP(int n) {
        return n <= EXACT_PAIRS ? Math.min(1, 2.0 / (1 << n)) : 1 / (DRAWS + 1.0);
    }

    private static double sum(double[] differences, int signs) {
        double sum = 0;
        for (int i = 0; i < differences.length; i++) {
            sum += (signs >> i & 1) == 0 ? differences[i] : -differences[i];
        }
        return sum;
    }

    private static double drawn(double[] differences, CounterRandom random) {
        double sum = 0;
        for (int i = 0; i < differences.length; i++) {
            sum += (random.bits(i >> 5) >>> (i & 31) & 1) == 0 ? differences[i] : -differences[i];
        }
        return sum;
    }
}
