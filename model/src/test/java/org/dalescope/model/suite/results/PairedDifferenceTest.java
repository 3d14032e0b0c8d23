package org.dalescope.model.suite.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
    /** scipy 1.15: {@code ttest_1samp(d, 0).confidence_interval()} and {@code permutation_test((d,), mean, 'samples')}. */
    @Test
    void intervalAndExactPAreScipys() {
        PairedDifference difference = PairedDifference.of(new double[] {.012, -.004, .007, .021, .003});
        assertEquals(0.0078, difference.mean(), 1e-15);
        assertEquals(-0.0038940756483536003, difference.low(), 1e-12);
        assertEquals(0.019494075648353603, difference.high(), 1e-12);
        assertEquals(0.1875, difference.p());
        assertEquals(ArmVerdict.WITHIN_SEED_NOISE, ArmVerdict.of(difference));
    }

    @Test
    void verdictsFollowTheInterval() {
        double[] up = {1, 2, 3, 4, 5};
        PairedDifference better = PairedDifference.of(up);
        assertEquals(1.036756838522439, better.low(), 1e-12);
        assertEquals(ArmVerdict.BETTER, ArmVerdict.of(better));
        assertEquals(
                ArmVerdict.WORSE,
                ArmVerdict.of(PairedDifference.of(Arrays.stream(up).map(v -> -v).toArray())));
        assertEquals(ArmVerdict.UNKNOWN, ArmVerdict.of(PairedDifference.of(new double[] {1})));
        assertEquals(ArmVerdict.NONE, ArmVerdict.of(PairedDifference.none()));
    }

    /** Of 2^n equally likely signs only all plus and all minus are as far from 0. */
    @Test
    void allOfOneSignGivesTheSmallestP() {
        for (int n = 2; n <= 12; n++) {
            double[] ones = new double[n];
            Arrays.fill(ones, 0.3);
            assertEquals(2.0 / (1 << n), SignFlipPermutation.p(ones));
            assertEquals(SignFlipPermutation.p(ones), SignFlipPermutation.smallestP(n));
        }
    }

    /** Sums of whole numbers, all 2^16 signs counted (scipy's permutation_test gives the same 0.0860900879). */
    @Test
    void manyPairsAreDrawnAndComeNearTheExactP() {
        double[] d = {3, -1, 4, 1, -5, 9, 2, 6, 5, 3, -5, 8, 9, 7, -9, 3};
        double exact = 0.086090087890625;
        double sd = Math.sqrt(exact * (1 - exact) / 10_000);
        assertEquals(exact, SignFlipPermutation.p(d), 4 * sd);
    }

    @Test
    void equalArmsHavePOne() {
        assertEquals(1, SignFlipPermutation.p(new double[5]));
        assertEquals(1, SignFlipPermutation.p(new double[40]));
        PairedDifference none = PairedDifference.of(new double[5]);
        assertEquals(ArmVerdict.WITHIN_SEED_NOISE, ArmVerdict.of(none));
    }

    /** scipy / numpy: mean 5, ddof=1 sd 2.138089935299395. */
    @Test
    void spreadIsOfTheSample() {
        ScoreSpread spread = ScoreSpread.of(2, 4, 4, 4, 5, 5, 7, 9);
        assertEquals(5, spread.mean());
        assertEquals(2.138089935299395, spread.sd(), 1e-14);
        assertTrue(Double.isNaN(ScoreSpread.of(1).sd()));
        assertTrue(Double.isNaN(ScoreSpread.of().mean()));
    }
}
