package org.dalescope.app.chart.analysis;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.PlaneChart;
import org.dalescope.app.chart.Points;
import org.dalescope.model.analysis.core.AnalysisResult;

/**
 * Charts of the population analysis: trajectories of data and model on the data's axes, in the plane of the first two
 * axes and over time.
 */
final class PopulationCharts {
    private static final String CONDITION = "condition";
    private static final String TABLE = "trajectories";
    private static final int AXES = 3;

    private PopulationCharts() {}

    static List<ChartChoice> choices(AnalysisResult result) {
        return List.of(
                new ChartChoice(CONDITION, TableSelection.of(result, TABLE).distinct("condition")));
    }

    static List<Figure> of(AnalysisResult result, ChartChoices chosen, ChartTheme theme) {
        TableSelection all = TableSelection.of(result, TABLE);
        String condition = chosen.of(choices(result).getFirst());
        TableSelection rows = all.where("condition", condition);
        List<Figure> figures = new ArrayList<>();
        int axes = (int) all.table().columns().stream()
                .filter(column -> column.name().startsWith("data_"))
                .count();
        if (axes > 1) {
            figures.add(plane(all, rows, condition, theme));
        }
        figures.add(TableFigures.lines(
                "analysis-variance",
                variance(TableSelection.of(result, "variance_per_axis"), theme),
                theme,
                TableSelection.of(result, "variance_per_axis")));
        for (int axis = 1; axis <= Math.min(AXES, axes); axis++) {
            ChartContent content = ChartContent.of(
                    "Along axis %s, %s".formatted(axis, condition),
                    "time (ms)",
                    "position",
                    List.of(
                            Line.of(
                                    "data",
                                    rows.numbers("time"),
                                    rows.numbers("data_" + axis),
                                    LineStyle.solid(theme.data(), 2)),
                            Line.of(
                                    "model",
                                    rows.numbers("time"),
                                    rows.numbers("model_" + axis),
                                    LineStyle.dashed(theme.accent(), 2))));
            figures.add(TableFigures.lines("analysis-axis-" + axis, content, theme, rows));
        }
        return figures;
    }

    /** The trajectories in the plane, with the chosen condition strong and all others pale. */
    private static Figure plane(TableSelection all, TableSelection rows, String condition, ChartTheme theme) {
        List<Points> paths = new ArrayList<>();
        for (String other : all.distinct("condition")) {
            if (!other.equals(condition)) {
                TableSelection own = all.where("condition", other);
                paths.add(path("", own, "data", ChartTheme.pale(theme.data()), Points.Symbol.LINE));
                paths.add(path("", own, "model", ChartTheme.pale(theme.accent()), Points.Symbol.DASHED_LINE));
            }
        }
        paths.add(path("data", rows, "data", theme.data(), Points.Symbol.LINE));
        paths.add(path("model", rows, "model", theme.accent(), Points.Symbol.DASHED_LINE));
        paths.add(new Points("start", start(rows, 1), start(rows, 2), theme.foreground(), Points.Symbol.CIRCLE));
        return TableFigures.plane(
                "analysis-trajectories",
                "Trajectories on the data's axes, %s".formatted(condition),
                paths,
                PlaneChart.Guide.NONE,
                new TableFigures.Axes("axis 1", "axis 2", theme),
                all);
    }

    private static Points path(String name, TableSelection rows, String of, Color colour, Points.Symbol symbol) {
        return new Points(name, rows.numbers(of + "_1"), rows.numbers(of + "_2"), colour, symbol);
    }

    private static double[] start(TableSelection rows, int axis) {
        return rows.isEmpty()
                ? new double[0]
                : new double[] {rows.numbers("data_" + axis)[0], rows.numbers("model_" + axis)[0]};
    }

    private static ChartContent variance(TableSelection rows, ChartTheme theme) {
        double[] axis = rows.numbers("axis");
        return ChartContent.of(
                        "Variance along the data's axes",
                        "axis",
                        "share of variance",
                        List.of(
                                Line.of("data", axis, rows.numbers("data"), LineStyle.solid(theme.data(), 2)),
                                Line.of("model", axis, rows.numbers("model"), LineStyle.dashed(theme.accent(), 2)),
                                Line.of(
                                        "model, along its own axes",
                                        axis,
                                        rows.numbers("model_own_axes"),
                                        LineStyle.dotted(theme.accent(), 2))))
                .withAxis(false, true);
    }
}
