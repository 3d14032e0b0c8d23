package org.dalescope.app.chart.fit;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineChart;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.model.benchmark.BenchmarkResult;
import org.dalescope.model.benchmark.BenchmarkScaling;

/**
 * A chart of the epoch time of a benchmark against one size. The axes are linear, so linear growth is a straight line.
 */
public final class ScalingChart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;

    private ScalingChart() {}

    /** The figure of a benchmark table. */
    public static Figure of(BenchmarkScaling table) {
        ChartTheme theme = ChartTheme.light();
        double[] x =
                table.rows().stream().mapToDouble(row -> table.axis().of(row)).toArray();
        List<Line> lines = List.of(
                line("whole epoch", table, x, LineStyle.solid(theme.foreground(), 2), BenchmarkResult::epochMs),
                line("forward", table, x, LineStyle.solid(theme.accent(), 1.8), BenchmarkResult::forwardMs),
                line("backward", table, x, LineStyle.dashed(theme.second(), 1.8), BenchmarkResult::backwardMs),
                line("losses", table, x, LineStyle.dotted(theme.muted(), 1.8), BenchmarkResult::lossesMs));
        String title = String.format(
                Locale.ROOT,
                "Time by %s: recurrence ~ %s^%.2f",
                table.axis().label(),
                table.axis().label(),
                table.recurrenceExponent());
        ChartContent content = ChartContent.of(title, table.axis().label(), "ms per epoch", lines)
                .withAxis(false, true);
        LineChart chart = new LineChart();
        chart.show(content, theme, WIDTH);
        String name = "epoch-by-" + table.axis().label();
        return new Figure(name, title, WIDTH, HEIGHT, chart, FigureNumbers.of(name, content));
    }

    private static Line line(
            String name, BenchmarkScaling table, double[] x, LineStyle style, ToDoubleFunction<BenchmarkResult> value) {
        return Line.of(name, x, table.rows().stream().mapToDouble(value).toArray(), style);
    }
}
