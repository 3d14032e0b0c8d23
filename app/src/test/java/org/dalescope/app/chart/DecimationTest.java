package org.dalescope.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecimationTest {
    private static Line line(double[] y) {
        double[] x = IntStream.range(0, y.length).mapToDouble(i -> i).toArray();
        return Line.of("line", x, y, LineStyle.solid(Color.RED, 1));
    }

    @Test
    void keepsTheExtremesOfEveryColumnInOrder() {
        double[] y =
                IntStream.range(0, 10_000).mapToDouble(i -> Math.sin(i / 7.0)).toArray();
        y[4321] = 99;
        y[8765] = -99;
        Line reduced = Decimation.minMax(line(y), 100);
        assertTrue(reduced.x().length <= 200, "two points per column at most");
        assertEquals(99, Arrays.stream(reduced.y()).max().orElseThrow());
        assertEquals(-99, Arrays.stream(reduced.y()).min().orElseThrow());
        for (int i = 1; i < reduced.x().length; i++) {
            assertTrue(reduced.x()[i] > reduced.x()[i - 1], "x ascends at " + i);
        }
    }

    @Test
    void leavesShortCurvesAlone() {
        Line shortLine = line(new double[] {1, 2, 3});
        assertSame(shortLine, Decimation.minMax(shortLine, 100));
    }

    @Test
    void keepsGaps() {
        double[] y = new double[1000];
        Arrays.fill(y, 400, 500, Double.NaN);
        Line reduced = Decimation.minMax(line(y), 100);
        assertEquals(10, Arrays.stream(reduced.y()).filter(Double::isNaN).count());
    }

    @Test
    void smoothingEndsAtTheLastPointAndSkipsGaps() {
        double[] smooth = Smoother.smooth(new double[] {4, Double.NaN, 0, 0}, 0.5);
        assertEquals(4, smooth[0], 1e-12);
        assertTrue(Double.isNaN(smooth[1]));
        assertEquals(4.0 / 3, smooth[2], 1e-12);
        assertTrue(smooth[3] < smooth[2]);
    }
}
