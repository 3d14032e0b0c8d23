package org.dalescope.app.chart;

import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A chart of points and paths in a plane, with a line or circle as a guide. */
public final class PlaneChart implements JFreeDrawing {
    private static final double MARGIN = 0.06;
    private final JFreeChart chart;

    /** The guide that points are compared with. */
    public enum Guide {
        NONE,
        /** The line on which both coordinates are equal. With a guide, both axes have the same range. */
        UNITY,
        /** The circle of radius 1 about the origin. */
        UNIT_CIRCLE
    }

    public PlaneChart(String title, String xLabel, String yLabel, List<Points> groups, Guide guide, ChartTheme theme) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (int i = 0; i < groups.size(); i++) {
            add(groups.get(i), i, data, renderer);
        }
        NumberAxis x = new NumberAxis();
        NumberAxis y = new NumberAxis();
        XYPlot plot = new XYPlot(data, x, y, renderer);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        chart = new JFreeChart("", theme.font(Font.BOLD, 13), plot, false);
        chart.setPadding(new RectangleInsets(4, 4, 4, 10));
        double[] ofX = span(groups.stream().flatMapToDouble(g -> DoubleStream.of(g.x())), guide);
        double[] ofY = span(groups.stream().flatMapToDouble(g -> DoubleStream.of(g.y())), guide);
        if (guide != Guide.NONE) {
            ofX = new double[] {Math.min(ofX[0], ofY[0]), Math.max(ofX[1], ofY[1])};
            ofY = ofX;
        }
        x.setRange(ofX[0], ofX[1]);
        y.setRange(ofY[0], ofY[1]);
        guide(plot, guide, ofX, theme);
        ChartPaint.plain(chart, title, false, theme);
        ChartPaint.axis(x, xLabel, theme, false);
        ChartPaint.axis(y, yLabel, theme, false);
        plot.setRangeGridlinesVisible(false);
        ChartPaint.place(new LegendTitle(chart.getXYPlot()), chart, theme);
    }

    @Override
    public JFreeChart chart() {
        return chart;
    }

    private static void add(Points group, int index, XYSeriesCollection data, XYLineAndShapeRenderer renderer) {
        XYSeries series = new XYSeries(index, false, true);
        for (int i = 0; i < group.x().length; i++) {
            if (Double.isFinite(group.x()[i]) && Double.isFinite(group.y()[i])) {
                series.add(group.x()[i], group.y()[i], false);
            }
        }
        series.setDescription(group.name());
        data.addSeries(series);
        renderer.setSeriesPaint(index, group.colour());
        renderer.setSeriesShape(index, group.shape());
        renderer.setSeriesLinesVisible(index, group.symbol().isLine());
        renderer.setSeriesShapesVisible(index, !group.symbol().isLine());
        LineStyle style = group.symbol() == Points.Symbol.DASHED_LINE
                ? LineStyle.dashed(group.colour(), 1.8)
                : LineStyle.solid(group.colour(), 1.8);
        renderer.setSeriesStroke(index, style.stroke());
        renderer.setSeriesVisibleInLegend(index, !group.name().isEmpty());
        renderer.setLegendItemLabelGenerator(
                (all, at) -> ((XYSeriesCollection) all).getSeries(at).getDescription());
    }

    private static double[] span(DoubleStream values, Guide guide) {
        double[] finite = values.filter(Double::isFinite).toArray();
        double low = DoubleStream.of(finite).min().orElse(0);
        double high = DoubleStream.of(finite).max().orElse(1);
        if (guide == Guide.UNIT_CIRCLE) {
            low = Math.min(low, -1);
            high = Math.max(high, 1);
        }
        double margin = high > low ? MARGIN * (high - low) : 0.5;
        return new double[] {low - margin, high + margin};
    }

    private static void guide(XYPlot plot, Guide guide, double[] span, ChartTheme theme) {
        LineStyle style = LineStyle.dashed(theme.muted(), 1);
        switch (guide) {
            case NONE -> {}
            case UNITY ->
                plot.addAnnotation(
                        new XYLineAnnotation(span[0], span[0], span[1], span[1], style.stroke(), style.colour()));
            case UNIT_CIRCLE ->
                plot.addAnnotation(
                        new XYShapeAnnotation(new Ellipse2D.Double(-1, -1, 2, 2), style.stroke(), style.colour()));
        }
    }
}
