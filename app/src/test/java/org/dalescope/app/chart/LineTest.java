package org.dalescope.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class LineTest {
    private static Line line(double... x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = 10 * x[i];
        }
        return Line.of("line", x, y, LineStyle.solid(Color.BLACK, 1));
    }

    @Test
    void theNearestPointCounts() {
        Line line = line(1, 2, 4);
        assertEquals(1, line.pointAt(-5));
        assertEquals(1, line.pointAt(1.5), "the first of two that are equally near");
        assertEquals(2, line.pointAt(2));
        assertEquals(40, line.at(3.1));
        assertEquals(40, line.at(99));
    }

    @Test
    void aLineWithoutPointsHasNoValue() {
        assertTrue(Double.isNaN(line().at(3)));
        assertEquals(3, line().pointAt(3));
    }
}
