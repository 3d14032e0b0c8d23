package org.dalescope.app.chart.comparison;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.dalescope.app.chart.ChartPaint;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.JFreeDrawing;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.suite.results.ArmComparison;
import org.dalescope.model.suite.results.SuiteComparison;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A chart of the scores of a suite's arms that fit the base's neurons, best on top: a dot per seed, their mean, their ensemble, and the common
 * ceilings.
 */
public final class ArmScoresChart {
    private static final int WIDTH = 900;
    private static final int ROW = 24;
    private static final int REST = 130;
    private static final Color TRANSPARENT = new Color(0, 0, 0, 0);

    private enum Series {
        SEED,
        MEAN,
        ENSEMBLE
    }

    private ArmScoresChart() {}

    public static Figure of(SuiteComparison comparison, ChartTheme theme) {
        JFreeChart chart = chart(comparison, theme);
        String name = "scores-" + comparison.session();
        return new Figure(
                name,
                "Scores of the arms",
                WIDTH,
                height(comparison, theme),
                (JFreeDrawing) () -> chart,
                numbers(name, rows(comparison)));
    }

    private static Table numbers(String name, List<ArmComparison> rows) {
        XYSeriesCollection dots = dots(rows);
        List<String> arms = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int series = 0; series < dots.getSeriesCount(); series++) {
            for (int i = 0; i < dots.getItemCount(series); i++) {
                arms.add(rows.get((int) dots.getYValue(series, i)).arm().name());
                kinds.add(String.valueOf(dots.getSeriesKey(series)));
                values.add(dots.getXValue(series, i));
            }
        }
        return new Table(
                name,
                "psth_r on the validation trials.",
                List.of(
                        new Table.Words("arm", arms),
                        new Table.Words("of", kinds),
                        new Table.Numbers(
                                "psth_r",
                                "",
                                values.stream().mapToDouble(d -> d).toArray())));
    }

    /** The height in pixels that the rows need. */
    public static int height(SuiteComparison comparison, ChartTheme theme) {
        return (int) Math.ceil(
                theme.letters() * (REST + ROW * Math.max(1, rows(comparison).size())));
    }

    private static JFreeChart chart(SuiteComparison comparison, ChartTheme theme) {
        List<ArmComparison> rows = rows(comparison);
        NumberAxis scores = new NumberAxis();
        scores.setAutoRangeIncludesZero(false);
        String[] names = rows.stream().map(row -> row.arm().name()).toArray(String[]::new);
        SymbolAxis arms = new SymbolAxis("", names.length == 0 ? new String[] {""} : names);
        arms.setGridBandsVisible(false);
        XYPlot plot = new XYPlot(dots(rows), scores, arms, renderer(theme));
        JFreeChart chart = new JFreeChart("", theme.font(Font.BOLD, 13), plot, true);
        chart.getLegend().setBackgroundPaint(theme.background());
        chart.getLegend().setItemPaint(theme.foreground());
        chart.getLegend().setItemFont(theme.font(Font.PLAIN, 11));
        chart.getLegend().setFrame(org.jfree.chart.block.BlockBorder.NONE);
        ChartPaint.plain(chart, "Score of every arm: %s".formatted(comparison.session()), false, theme);
        ChartPaint.axis(scores, "psth_r on the validation trials", theme, false);
        ChartPaint.axis(arms, "", theme, false);
        widen(scores, comparison);
        ceiling(
                plot,
                "training PSTH",
                comparison.ceilingTrainingPsth(),
                LineStyle.solid(theme.foreground(), 1.2),
                theme);
        ceiling(plot, "split half", comparison.ceilingSplitHalf(), LineStyle.dashed(theme.foreground(), 1.2), theme);
        return chart;
    }

    private static List<ArmComparison> rows(SuiteComparison comparison) {
        return comparison.arms().stream()
                .filter(arm -> !arm.seeds().isEmpty())
                .filter(arm -> arm.arm().fitsSameNeurons(comparison.base().arm()))
                .sorted(Comparator.comparingDouble(arm -> arm.psthR().mean()))
                .toList();
    }

    private static XYSeriesCollection dots(List<ArmComparison> rows) {
        XYSeries seeds = new XYSeries("seed");
        XYSeries means = new XYSeries("mean over seeds");
        XYSeries ensembles = new XYSeries("ensemble of the seeds");
        for (int row = 0; row < rows.size(); row++) {
            ArmComparison arm = rows.get(row);
            for (double value : arm.psthR().values()) {
                seeds.add(value, row);
            }
            means.add(arm.psthR().mean(), row);
            double ensemble = arm.ensemble().getOrDefault(ScoreKind.PSTH_R, Double.NaN);
            if (Double.isFinite(ensemble)) {
                ensembles.add(ensemble, row);
            }
        }
        XYSeriesCollection all = new XYSeriesCollection();
        all.addSeries(seeds);
        all.addSeries(means);
        all.addSeries(ensembles);
        return all;
    }

    private static XYLineAndShapeRenderer renderer(ChartTheme theme) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (Series series : Series.values()) {
            int index = List.of(Series.values()).indexOf(series);
            renderer.setSeriesPaint(
                    index,
                    switch (series) {
                        case SEED -> theme.ghost();
                        case MEAN -> theme.accent();
                        case ENSEMBLE -> theme.second();
                    });
            renderer.setSeriesShape(index, shape(series));
        }
        return renderer;
    }

    private static Shape shape(Series series) {
        return switch (series) {
            case SEED -> new Ellipse2D.Double(-3, -3, 6, 6);
            case MEAN -> new Ellipse2D.Double(-4.5, -4.5, 9, 9);
            case ENSEMBLE -> {
                Path2D diamond = new Path2D.Double();
                diamond.moveTo(0, -6);
                diamond.lineTo(6, 0);
                diamond.lineTo(0, 6);
                diamond.lineTo(-6, 0);
                diamond.closePath();
                yield diamond;
            }
        };
    }

    private static void ceiling(XYPlot plot, String name, double value, LineStyle style, ChartTheme theme) {
        if (Double.isFinite(value)) {
            ValueMarker marker = new ValueMarker(value, style.colour(), style.stroke());
            marker.setLabel(String.format(Locale.ROOT, "%s %.2f", name, value));
            marker.setLabelPaint(style.colour());
            marker.setLabelFont(theme.font(Font.PLAIN, 11));
            marker.setLabelBackgroundColor(TRANSPARENT);
            // The label is on the side with more space.
            boolean right = value < plot.getDomainAxis().getRange().getCentralValue();
            marker.setLabelAnchor(right ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.TOP_LEFT);
            marker.setLabelTextAnchor(right ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
            marker.setOutlineStroke(new BasicStroke(0));
            plot.addDomainMarker(marker, Layer.BACKGROUND);
        }
    }

    /** Extends the axis so that the ceilings are visible. */
    private static void widen(NumberAxis scores, SuiteComparison comparison) {
        org.jfree.data.Range range = scores.getRange();
        for (double level : new double[] {comparison.ceilingTrainingPsth(), comparison.ceilingSplitHalf()}) {
            if (Double.isFinite(level)) {
                range = org.jfree.data.Range.expandToInclude(range, level);
            }
        }
        scores.setRange(org.jfree.data.Range.expand(range, 0.03, 0.03));
    }
}
