package org.dalescope.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

class PlainLogAxisTest {
    private static List<String> labels(double low, double high) {
        PlainLogAxis axis = new PlainLogAxis();
        axis.setRange(low, high);
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        return axis
                .refreshTicks(graphics, new AxisState(), new Rectangle2D.Double(0, 0, 100, 100), RectangleEdge.LEFT)
                .stream()
                .map(NumberTick.class::cast)
                .map(NumberTick::getText)
                .toList();
    }

    @Test
    void decadesHaveOneTwoAndFive() {
        assertEquals(List.of("0.5", "1", "2", "5", "10"), labels(0.4, 12));
    }

    @Test
    void lessThanADecadeHasRoundSteps() {
        assertEquals(List.of("3", "4", "5", "6"), labels(2.6, 6.9));
        assertEquals(List.of("3.20", "3.25", "3.30", "3.35", "3.40"), labels(3.19, 3.41));
    }
}
