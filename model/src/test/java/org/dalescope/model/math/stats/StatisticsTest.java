package org.dalescope.model.math.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Against values that NumPy 1.24 and SciPy 1.10 print. */
class StatisticsTest {
    private static final double NAN = Double.NaN;

    /** scipy.stats.rankdata([3, 1, 4, 1, 5, 9, 2, 6, 5, 3]). */
    @Test
    void equalValuesShareTheirMeanRank() {
        assertArrayEquals(
                new double[] {4.5, 1.5, 6, 1.5, 7.5, 10, 3, 9, 7.5, 4.5},
                Ranks.of(new double[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3}));
    }

    @Test
    void aValueThatIsNotANumberHasARankAtTheEnd() {
        assertArrayEquals(new double[] {3, 1, 2}, Ranks.of(new double[] {NAN, 1, 2}));
    }

    /** numpy.nanmedian and numpy.nanmean. */
    @Test
    void valuesThatAreNotNumbersAreLeftOut() {
        assertEquals(2.5, Descriptive.median(new double[] {NAN, 4, 1, 3, 2}));
        assertEquals(3, Descriptive.median(new double[] {9, NAN, 3, 1}));
        assertEquals(2.5, Descriptive.mean(new double[] {NAN, 4, 1, 3, 2}));
        assertEquals(NAN, Descriptive.median(new double[] {NAN}));
        assertEquals(NAN, Descriptive.mean(new double[0]));
    }

    /** numpy.mean over the finite entries and over axis 0. */
    @Test
    void meansOfFiniteValuesAndOfColumns() {
        double[] values = {NAN, 4, Double.POSITIVE_INFINITY, 1};
        assertEquals(2.5, Descriptive.meanOfFinite(values));
        assertEquals(2, Descriptive.countFinite(values));
        assertArrayEquals(new double[] {2, 4, NAN}, Descriptive.columnMeans(new double[][] {{1, 3, NAN}, {3, 5, 1}}));
    }

    /** numpy.quantile([1, 2, 4, 8], [0, 0.1, 0.5, 0.9, 1]). */
    @Test
    void quantilesAreInterpolated() {
        double[] values = {1, 2, 4, 8};
        assertEquals(1, Descriptive.quantile(values, 0));
        assertEquals(1.3, Descriptive.quantile(values, 0.1), 1e-15);
        assertEquals(3, Descriptive.quantile(values, 0.5));
        assertEquals(6.8, Descriptive.quantile(values, 0.9), 1e-15);
        assertEquals(8, Descriptive.quantile(values, 1));
    }

    /** numpy.corrcoef([1, 2, 3, 5], [2, 1, 4, 3])[0, 1]. */
    @Test
    void correlation() {
        assertEquals(
                0.529150262212918, Correlation.pearson(new double[] {1, 2, 3, 5}, new double[] {2, 1, 4, 3}), 1e-15);
        assertEquals(
                0.529150262212918,
                Correlation.pearsonOfDefined(new double[] {1, 2, NAN, 3, 5}, new double[] {2, 1, 7, 4, 3}),
                1e-15);
        assertEquals(NAN, Correlation.pearson(new double[] {1, 1}, new double[] {1, 2}));
    }
}
