package org.dalescope.app.chart.comparison;

import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dalescope.app.chart.ChartPaint;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.model.analysis.core.Table;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A chart of every neuron's r under two arms of a suite. For neurons above the line of equality the second arm fits
 * better.
 */
public final class ArmNeuronsChart {
    private static final int SIZE = 460;

    private ArmNeuronsChart() {}

    /**
     * Creates the figure.
     *
     * @param first r by neuron id, averaged over the seeds of one arm
     * @param second the same values of another arm
     */
    public static Figure of(
            String session,
            String firstName,
            Map<Integer, Double> first,
            String secondName,
            Map<Integer, Double> second,
            ChartTheme theme) {
        XYSeries pairs = new XYSeries("neurons");
        int above = 0;
        double low = 0;
        for (Map.Entry<Integer, Double> neuron : first.entrySet()) {
            double other = second.getOrDefault(neuron.getKey(), Double.NaN);
            if (Double.isFinite(other) && Double.isFinite(neuron.getValue())) {
                pairs.add(neuron.getValue().doubleValue(), other);
                above += other > neuron.getValue() ? 1 : 0;
                low = Math.min(low, Math.min(other, neuron.getValue()));
            }
        }
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesPaint(0, theme.accent());
        renderer.setSeriesShape(0, new Ellipse2D.Double(-3.5, -3.5, 7, 7));
        NumberAxis x = new NumberAxis();
        NumberAxis y = new NumberAxis();
        x.setRange(low - 0.05, 1);
        y.setRange(low - 0.05, 1);
        XYPlot plot = new XYPlot(new XYSeriesCollection(pairs), x, y, renderer);
        LineStyle unity = LineStyle.dashed(theme.muted(), 1);
        plot.addAnnotation(new XYLineAnnotation(low - 0.05, low - 0.05, 1, 1, unity.stroke(), unity.colour()));
        JFreeChart chart = new JFreeChart("", theme.font(Font.BOLD, 13), plot, false);
        String title = String.format(
                Locale.ROOT, "%d of %d neurons are fitted better by %s", above, pairs.getItemCount(), secondName);
        ChartPaint.plain(chart, title, false, theme);
        ChartPaint.axis(x, "r, " + firstName, theme, false);
        ChartPaint.axis(y, "r, " + secondName, theme, false);
        String name = "neurons-" + session;
        String words = "Neurons: %s against %s".formatted(secondName, firstName);
        return new Figure(name, words, SIZE, SIZE, chart::draw, numbers(name, firstName, first, secondName, second));
    }

    private static Table numbers(
            String name, String firstName, Map<Integer, Double> first, String secondName, Map<Integer, Double> second) {
        int[] ids = first.keySet().stream().mapToInt(id -> id).sorted().toArray();
        return new Table(
                name,
                "r of every neuron, mean over seeds.",
                List.of(
                        new Table.Numbers(
                                "neuron_id",
                                "",
                                Arrays.stream(ids).asDoubleStream().toArray()),
                        new Table.Numbers("r, " + firstName, "", values(ids, first)),
                        new Table.Numbers("r, " + secondName, "", values(ids, second))));
    }

    private static double[] values(int[] ids, Map<Integer, Double> r) {
        return Arrays.stream(ids)
                .mapToDouble(id -> r.getOrDefault(id, Double.NaN))
                .toArray();
    }
}
