package org.dalescope.app.chart.analysis;

import java.util.List;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.PlaneChart;
import org.dalescope.app.chart.Points;
import org.dalescope.model.analysis.core.AnalysisResult;

/** Charts of the fixed-point analysis: fixed and slow points in the plane of the data's axes, and their stability. */
final class FixedPointCharts {
    private FixedPointCharts() {}

    static List<Figure> of(AnalysisResult result, ChartTheme theme) {
        TableSelection rows = TableSelection.of(result, "fixed_points");
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                TableFigures.plane(
                        "analysis-fixed-points",
                        "Fixed and slow points of all held inputs and seeds",
                        kinds(rows, "axis_1", "axis_2", theme),
                        PlaneChart.Guide.NONE,
                        new TableFigures.Axes("rates on the data's axis 1", "rates on the data's axis 2", theme),
                        rows),
                TableFigures.plane(
                        "analysis-fixed-point-stability",
                        "Stability: above 1 the point is unstable",
                        kinds(rows, "input_time", "largest_modulus", theme),
                        PlaneChart.Guide.NONE,
                        new TableFigures.Axes("moment of the held input (ms)", "largest |lambda|", theme),
                        rows));
    }

    private static List<Points> kinds(TableSelection rows, String x, String y, ChartTheme theme) {
        TableSelection fixed = rows.where("kind", "fixed");
        TableSelection slow = rows.where("kind", "slow");
        return List.of(
                new Points("fixed", fixed.numbers(x), fixed.numbers(y), theme.accent(), Points.Symbol.CIRCLE),
                new Points("slow", slow.numbers(x), slow.numbers(y), theme.second(), Points.Symbol.TRIANGLE));
    }
}
