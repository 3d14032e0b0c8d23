package org.dalescope.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

class ChartMoveTest {
    private static final ChartTheme LIGHT = ChartTheme.light();
    private final LineChart chart = new LineChart();

    private static ChartContent content(int points, boolean logarithmic) {
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = i;
            y[i] = Math.pow(10, i % 3);
        }
        Line line = Line.of("curve", x, y, LineStyle.solid(LIGHT.accent(), 1));
        return ChartContent.of("Made up", "time (ms)", "rate (sp/s)", List.of(line))
                .withAxis(logarithmic, false);
    }

    private ValueAxis x() {
        return chart.chart().getXYPlot().getDomainAxis();
    }

    private ValueAxis y() {
        return chart.chart().getXYPlot().getRangeAxis();
    }

    private static void assertRange(double low, double high, Range is) {
        assertEquals(low, is.getLowerBound(), 1e-9);
        assertEquals(high, is.getUpperBound(), 1e-9);
    }

    @Test
    void stepsAreSharesOfWhatIsShown() {
        chart.show(content(101, false), LIGHT, 600);
        ChartMove.CLOSER.on(chart.chart());
        assertRange(10, 90, x().getRange());
        ChartMove.RIGHT.on(chart.chart());
        assertRange(18, 98, x().getRange());
        ChartMove.LEFT.on(chart.chart());
        ChartMove.FARTHER.on(chart.chart());
        assertRange(0, 100, x().getRange());
    }

    @Test
    void logarithmicAxesMoveByDecades() {
        chart.show(content(101, true), LIGHT, 600);
        y().setRange(1, 100);
        ChartMove.UP.on(chart.chart());
        assertRange(Math.pow(10, 0.2), Math.pow(10, 2.2), y().getRange());
        ChartMove.DOWN.on(chart.chart());
        assertRange(1, 100, y().getRange());
        assertRange(0, 100, x().getRange());
    }

    @Test
    void upIsUpOnAnAxisThatCountsDownwardsToo() {
        chart.show(content(101, false), LIGHT, 600);
        y().setRange(0, 10);
        y().setInverted(true);
        ChartMove.UP.on(chart.chart());
        assertRange(-1, 9, y().getRange());
    }

    @Test
    void whatWasMovedStaysWithNewDataUntilAllIsShown() {
        chart.show(content(101, false), LIGHT, 600);
        ChartMove.CLOSER.on(chart.chart());
        ChartMove.UP.on(chart.chart());
        Range moved = y().getRange();
        chart.show(content(201, false), LIGHT, 600);
        assertRange(10, 90, x().getRange());
        assertEquals(moved, y().getRange());
        chart.showAll();
        chart.show(content(201, false), LIGHT, 600);
        assertRange(0, 200, x().getRange());
        assertTrue(y().getRange().contains(100));
    }

    @Test
    void lettersAreAsLargeAsTheThemeSaysAndUsualInFiles() {
        chart.show(content(9, false), LIGHT.withFont("SansSerif", 1.5), 600);
        assertEquals(18, x().getLabelFont().getSize());
        assertEquals(17, x().getTickLabelFont().getSize());
        assertEquals(20, chart.chart().getTitle().getFont().getSize());
        chart.show(content(9, false), LIGHT, 600);
        assertEquals(12, x().getLabelFont().getSize());
    }
}
