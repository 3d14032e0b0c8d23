package org.dalescope.app.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class LevelLabelsTest {
    /** A plot of 100 pixels for the values from 1 at its top to 0 at its bottom. */
    private static double pixel(double value) {
        return 100 - 100 * value;
    }

    @Test
    void labelsFarApartStandBesideTheirLevels() {
        assertArrayEquals(
                new double[] {10, 50, 90},
                LevelLabels.apart(new double[] {0.9, 0.5, 0.1}, LevelLabelsTest::pixel, 12, 100),
                1e-9);
    }

    @Test
    void labelsThatWouldOverlapMoveApartByTheirHeight() {
        assertArrayEquals(
                new double[] {40, 52, 64},
                LevelLabels.apart(new double[] {0.6, 0.59, 0.58}, LevelLabelsTest::pixel, 12, 100),
                1e-9);
    }

    @Test
    void labelsDoNotLeaveThePlot() {
        assertArrayEquals(
                new double[] {76, 88, 100},
                LevelLabels.apart(new double[] {0.03, 0.02, 0.01}, LevelLabelsTest::pixel, 12, 100),
                1e-9);
    }
}
