package org.dalescope.app.chart;

import java.awt.Font;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;

/** A chart of coloured cells over time with axes, such as a heat map, a raster or a mask. */
public final class ImageChart implements JFreeDrawing {
    private final JFreeChart chart;

    /**
     * Creates the chart.
     *
     * @param yLabel label of the rows
     * @param firstMs left edge of the first column
     * @param columnMs width of a column
     * @param rows row boundaries at which a line is drawn, for example between conditions
     */
    public ImageChart(
            String title,
            String yLabel,
            PixelGrid grid,
            double firstMs,
            double columnMs,
            List<Integer> rows,
            ChartTheme theme) {
        XYPlot plot = new XYPlot();
        NumberAxis x = new NumberAxis();
        NumberAxis y = new NumberAxis();
        double width = Math.max(1, grid.columns()) * columnMs;
        x.setRange(firstMs, firstMs + width);
        y.setRange(0, Math.max(1, grid.rows()));
        y.setInverted(true);
        y.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        plot.setDomainAxis(x);
        plot.setRangeAxis(y);
        chart = new JFreeChart("", theme.font(Font.BOLD, 13), plot, false);
        // Half of the last tick label extends beyond the end of the axis.
        chart.setPadding(new RectangleInsets(4, 4, 4, 18));
        ChartPaint.plain(chart, title, false, theme);
        ChartPaint.axis(x, "time (ms)", theme, false);
        ChartPaint.axis(y, yLabel, theme, false);
        plot.setRangeGridlinesVisible(false);
        if (grid.rows() > 0) {
            plot.addAnnotation(new XYDataImageAnnotation(grid.image(), firstMs, 0, width, grid.rows()));
        }
        LineStyle line = LineStyle.solid(theme.foreground(), 1);
        rows.forEach(row -> plot.addRangeMarker(new ValueMarker(row, line.colour(), line.stroke()), Layer.FOREGROUND));
        if (firstMs < 0) {
            LineStyle event = LineStyle.dashed(theme.foreground(), 1);
            plot.addDomainMarker(new ValueMarker(0, event.colour(), event.stroke()), Layer.FOREGROUND);
        }
    }

    @Override
    public JFreeChart chart() {
        return chart;
    }
}
