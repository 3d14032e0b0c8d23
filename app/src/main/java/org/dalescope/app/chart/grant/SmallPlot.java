package org.dalescope.app.chart.grant;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.dalescope.app.chart.ChartPaint;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.LineStyle;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A small plot of points and lines in a panel, in the fonts of the figure. */
final class SmallPlot {
    /** The font size of axes and titles, in units of the figure. */
    static final int TEXT = 9;

    private static final double MARGIN = 0.08;

    private final ChartTheme theme;
    private final String title;
    private final XYSeriesCollection data = new XYSeriesCollection();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    private final List<ValueMarker> levels = new ArrayList<>();
    private final List<ValueMarker> marks = new ArrayList<>();

    SmallPlot(String title, ChartTheme theme) {
        this.title = title;
        this.theme = theme;
    }

    /** Adds points; those that are not finite are left out. */
    SmallPlot points(double[] x, double[] y, Color colour, boolean filled, double size) {
        int index = add(x, y);
        Shape circle = new Ellipse2D.Double(-size / 2, -size / 2, size, size);
        renderer.setSeriesShape(index, circle);
        renderer.setSeriesPaint(index, colour);
        renderer.setSeriesOutlinePaint(index, colour);
        renderer.setSeriesShapesFilled(index, filled);
        renderer.setSeriesShapesVisible(index, true);
        renderer.setSeriesLinesVisible(index, false);
        renderer.setSeriesStroke(index, LineStyle.solid(colour, 1).stroke());
        return this;
    }

    SmallPlot line(double[] x, double[] y, LineStyle style) {
        int index = add(x, y);
        renderer.setSeriesPaint(index, style.colour());
        renderer.setSeriesStroke(index, style.stroke());
        renderer.setSeriesShapesVisible(index, false);
        renderer.setSeriesLinesVisible(index, true);
        return this;
    }

    /** Adds a thin line at a value of the vertical axis. */
    SmallPlot level(double y) {
        levels.add(marker(y));
        return this;
    }

    /** Adds a thin line at a value of the horizontal axis. */
    SmallPlot mark(double x) {
        marks.add(marker(x));
        return this;
    }

    private ValueMarker marker(double value) {
        LineStyle style = LineStyle.solid(theme.grid(), 1);
        return new ValueMarker(value, style.colour(), style.stroke());
    }

    private int add(double[] x, double[] y) {
        XYSeries series = new XYSeries(data.getSeriesCount(), false, true);
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                series.add(x[i], y[i], false);
            }
        }
        data.addSeries(series);
        return data.getSeriesCount() - 1;
    }

    void draw(Graphics2D graphics, Rectangle2D area, String xLabel, String yLabel) {
        NumberAxis x = new NumberAxis();
        range(x, data.getDomainLowerBound(false), data.getDomainUpperBound(false));
        draw(graphics, area, x, xLabel, yLabel, Double.NaN, Double.NaN);
    }

    /**
     * Draws with names instead of numbers on the horizontal axis.
     *
     * @param low lower end of the vertical axis; NaN for that of the data
     */
    void draw(Graphics2D graphics, Rectangle2D area, List<String> names, String yLabel, double low, double high) {
        SymbolAxis x = new SymbolAxis("", names.toArray(String[]::new));
        x.setGridBandsVisible(false);
        x.setRange(-0.6, names.size() - 0.4);
        draw(graphics, area, x, "", yLabel, low, high);
    }

    private void draw(
            Graphics2D graphics, Rectangle2D area, ValueAxis x, String xLabel, String yLabel, double low, double high) {
        NumberAxis y = new NumberAxis();
        if (Double.isNaN(low)) {
            range(y, data.getRangeLowerBound(false), data.getRangeUpperBound(false));
        } else {
            y.setRange(low, high);
        }
        XYPlot plot = new XYPlot(data, x, y, renderer);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        levels.forEach(level -> plot.addRangeMarker(level, Layer.BACKGROUND));
        marks.forEach(mark -> plot.addDomainMarker(mark, Layer.BACKGROUND));
        JFreeChart chart = new JFreeChart("", theme.font(Font.PLAIN, TEXT), plot, false);
        chart.setPadding(new RectangleInsets(1, 1, 1, 5));
        ChartPaint.plain(chart, title, true, theme);
        chart.getTitle().setFont(theme.font(Font.PLAIN, TEXT));
        axis(x, xLabel);
        axis(y, yLabel);
        ticks(x, area.getWidth());
        ticks(y, area.getHeight());
        plot.setRangeGridlinesVisible(false);
        chart.draw(graphics, area);
    }

    private void axis(ValueAxis axis, String label) {
        ChartPaint.axis(axis, label, theme, true);
        axis.setLabelFont(theme.font(Font.PLAIN, TEXT));
        axis.setTickLabelFont(theme.font(Font.PLAIN, TEXT - 1));
        axis.setLabelPaint(theme.foreground());
        axis.setTickLabelPaint(theme.foreground());
        axis.setAxisLinePaint(theme.muted());
        axis.setTickMarkPaint(theme.muted());
    }

    /** At most four ticks, so that their numbers do not touch. */
    private static void ticks(ValueAxis axis, double length) {
        if (axis instanceof NumberAxis numbers && !(axis instanceof SymbolAxis)) {
            double rough = numbers.getRange().getLength() / Math.max(2, length / 45);
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double step = rough / power > 5 ? 10 * power : rough / power > 2 ? 5 * power : 2 * power;
            numbers.setTickUnit(new NumberTickUnit(step));
        }
    }

    /** The place of one of several points beside each other, from the middle, so that they do not hide each other. */
    static double beside(int index, int count, double width) {
        return count < 2 ? 0 : width * (index / (count - 1.0) - 0.5);
    }

    private static void range(ValueAxis axis, double low, double high) {
        double from = Double.isFinite(low) ? low : 0;
        double to = Double.isFinite(high) && high > from ? high : from + 1;
        axis.setRange(from - MARGIN * (to - from), to + MARGIN * (to - from));
    }
}
