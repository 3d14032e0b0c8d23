package org.dalescope.app.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLabelLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A chart of named values with their intervals, one below the other. */
public final class IntervalChart implements JFreeDrawing {
    private static final double MARGIN = 0.05;
    private final JFreeChart chart;

    /**
     * One value of the chart.
     *
     * @param low lower end of the interval; NaN if there is none
     * @param chance value expected by chance, drawn as a tick; NaN for no tick
     */
    public record Bar(String name, double value, double low, double high, double chance, Color colour) {}

    public IntervalChart(String title, String label, List<Bar> bars, ChartTheme theme) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        double least = 0;
        double most = 0;
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = bars.size() - 1 - i;
            add(data, renderer, new double[] {bar.value()}, y, bar.colour(), false);
            add(data, renderer, new double[] {bar.low(), bar.high()}, y, bar.colour(), true);
            add(data, renderer, new double[] {bar.chance()}, y, theme.muted(), false);
            renderer.setSeriesShape(3 * i, new Ellipse2D.Double(-4, -4, 8, 8));
            renderer.setSeriesShape(3 * i + 2, new Rectangle2D.Double(-1, -6, 2, 12));
            for (double x : new double[] {bar.value(), bar.low(), bar.high(), bar.chance()}) {
                least = Double.isFinite(x) ? Math.min(least, x) : least;
                most = Double.isFinite(x) ? Math.max(most, x) : most;
            }
        }
        String[] names = bars.reversed().stream().map(Bar::name).toArray(String[]::new);
        SymbolAxis y = new SymbolAxis("", names.length == 0 ? new String[] {""} : names);
        y.setGridBandsVisible(false);
        NumberAxis x = new NumberAxis();
        XYPlot plot = new XYPlot(data, x, y, renderer);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        chart = new JFreeChart("", theme.font(Font.BOLD, 13), plot, false);
        chart.setPadding(new RectangleInsets(4, 4, 4, 10));
        double margin = most > least ? MARGIN * (most - least) : 1;
        x.setRange(least - margin, most + margin);
        y.setRange(-0.6, Math.max(0, names.length - 1) + 0.6);
        ChartPaint.plain(chart, title, false, theme);
        ChartPaint.axis(x, label, theme, false);
        // Long names make the axis short. A centred label would be cut off at the edge of the chart.
        x.setLabelLocation(AxisLabelLocation.HIGH_END);
        ChartPaint.axis(y, "", theme, false);
    }

    @Override
    public JFreeChart chart() {
        return chart;
    }

    private static void add(
            XYSeriesCollection data,
            XYLineAndShapeRenderer renderer,
            double[] xs,
            double y,
            Color colour,
            boolean isLine) {
        int index = data.getSeriesCount();
        XYSeries series = new XYSeries(index, false, true);
        for (double x : xs) {
            if (Double.isFinite(x)) {
                series.add(x, y, false);
            }
        }
        data.addSeries(series);
        renderer.setSeriesPaint(index, colour);
        renderer.setSeriesLinesVisible(index, isLine);
        renderer.setSeriesShapesVisible(index, !isLine);
        renderer.setSeriesStroke(index, LineStyle.solid(colour, 1.8).stroke());
    }
}
