package org.dalescope.model.math.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KendallWTest {
    private static final double[][] JUDGES = {
        {1.0, 4.2, 2.5, 3.1, 0.3, 7.0}, {0.9, 3.9, 2.6, 3.3, 0.5, 2.0},
        {1.4, 2.0, 2.0, 5.1, 0.1, 6.5}, {2.2, 1.1, 3.0, 4.4, 0.2, 9.0}
    };

    /** scipy.stats.friedmanchisquare(*a.T) / (4 * 5), which corrects for ties; p from 200000 permutations in NumPy: 0.00152. */
    @Test
    void equalsScipysFriedmanStatistic() {
        KendallW agreement = KendallW.of(JUDGES);
        assertEquals(0.7392086330935246, agreement.w(), 1e-12);
        assertEquals(0.00152, agreement.p(), 0.003);
    }

    @Test
    void theSameOrderIsOneAndFewerThanTwoJudgesAreNone() {
        assertEquals(
                1, KendallW.of(new double[][] {{1, 2, 3, 9}, {10, 20, 30, 31}}).w(), 1e-12);
        assertEquals(0, KendallW.of(new double[][] {{1, 2, 3}, {3, 2, 1}}).w(), 1e-12);
        assertTrue(Double.isNaN(KendallW.of(new double[][] {{1, 2, 3}}).w()));
    }

    /** scipy.stats.rankdata. */
    @Test
    void equalValuesShareTheirMeanRank() {
        assertArrayEquals(new double[] {2, 3.5, 3.5, 5, 1, 6}, Ranks.of(JUDGES[2]));
        assertEquals(3, Ranks.of(new double[] {2, Double.NaN, 1})[1]);
    }
}
