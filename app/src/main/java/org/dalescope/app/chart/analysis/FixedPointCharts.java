package org.dalescope.app.chart.analysis;

import java.util.List;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.PlaneChart;
import org.dalescope.app.chart.Points;
import org.dalescope.app.words.Words;
import org.dalescope.model.analysis.AnalysisResult;

/** Where fixed and slow points lie in the plane of the data's axes, and how stable they are. */
final class FixedPointCharts {
    private FixedPointCharts() {}

    static List<Figure> of(AnalysisResult result, ChartTheme theme) {
        Rows rows = Rows.of(result, "fixed_points");
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                Pictures.plane(
                        "analysis-fixed-points",
                        Words.of("chart-analysis.fixed-and-slow-points"),
                        kinds(rows, "axis_1", "axis_2", theme),
                        PlaneChart.Guide.NONE,
                        new Pictures.Axes(
                                Words.of("chart-analysis.rates-on-the-datas"),
                                Words.of("chart-analysis.rates-on-the-datas-axis"),
                                theme),
                        rows),
                Pictures.plane(
                        "analysis-fixed-point-stability",
                        Words.of("chart-analysis.stability-above-1-the"),
                        kinds(rows, "input_time", "largest_modulus", theme),
                        PlaneChart.Guide.NONE,
                        new Pictures.Axes(
                                Words.of("chart-analysis.moment-of-the-held"),
                                Words.of("chart-analysis.largest-lambda"),
                                theme),
                        rows));
    }

    private static List<Points> kinds(Rows rows, String x, String y, ChartTheme theme) {
        Rows fixed = rows.where("kind", "fixed");
        Rows slow = rows.where("kind", "slow");
        return List.of(
                new Points(
                        Words.of("chart-analysis.fixed"),
                        fixed.numbers(x),
                        fixed.numbers(y),
                        theme.accent(),
                        Points.Symbol.CIRCLE),
                new Points(
                        Words.of("chart-analysis.slow"),
                        slow.numbers(x),
                        slow.numbers(y),
                        theme.second(),
                        Points.Symbol.TRIANGLE));
    }
}
