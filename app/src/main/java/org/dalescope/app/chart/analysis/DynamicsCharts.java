package org.dalescope.app.chart.analysis;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.HorizontalMark;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.PlaneChart;
import org.dalescope.app.chart.Points;
import org.dalescope.model.analysis.core.AnalysisResult;

/** Charts of the dynamics analysis: eigenvalues of the linearised recurrence, and time scales over the trial. */
final class DynamicsCharts {
    private static final String CONDITION = "condition";
    private static final String SEED = "seed";

    private DynamicsCharts() {}

    static List<ChartChoice> choices(AnalysisResult result) {
        TableSelection rows = TableSelection.of(result, "jacobian");
        return List.of(
                new ChartChoice(CONDITION, rows.distinct("condition")),
                new ChartChoice(
                        SEED,
                        Arrays.stream(rows.distinctNumbers("seed"))
                                .mapToObj(TableFigures::whole)
                                .toList()));
    }

    static List<Figure> of(AnalysisResult result, ChartChoices chosen, ChartTheme theme) {
        List<ChartChoice> choices = choices(result);
        double seed = Double.parseDouble(chosen.of(choices.get(1)));
        String condition = chosen.of(choices.get(0));
        TableSelection rows =
                TableSelection.of(result, "jacobian").where("seed", seed).where("condition", condition);
        double[] time = rows.numbers("time");
        ChartContent scales = ChartContent.of(
                        "Time scales, %s, seed %s".formatted(condition, TableFigures.whole(seed)),
                        "time (ms)",
                        "time scale (ms)",
                        List.of(
                                Line.of("slowest", time, rows.numbers("slowest"), LineStyle.solid(theme.accent(), 2)),
                                Line.of("second", time, rows.numbers("second"), LineStyle.dashed(theme.second(), 2))))
                .withAxis(true, false);
        ChartContent modulus = ChartContent.of(
                        "Stability, %s, seed %s".formatted(condition, TableFigures.whole(seed)),
                        "time (ms)",
                        "largest |lambda|",
                        List.of(Line.of("", time, rows.numbers("largest_modulus"), LineStyle.solid(theme.accent(), 2))))
                .with(
                        List.of(),
                        List.of(new HorizontalMark("unstable above", 1, LineStyle.dashed(theme.muted(), 1))),
                        List.of());
        return List.of(
                eigenvalues(TableSelection.of(result, "jacobian_eigenvalues").where("seed", seed), theme),
                TableFigures.lines("analysis-time-scales", scales, theme, rows),
                TableFigures.lines("analysis-stability", modulus, theme, rows));
    }

    private static Figure eigenvalues(TableSelection rows, ChartTheme theme) {
        List<Points> moments = new ArrayList<>();
        Color[] colours = {theme.accent(), theme.second(), theme.foreground(), theme.data()};
        Points.Symbol[] symbols = {
            Points.Symbol.CIRCLE, Points.Symbol.SQUARE, Points.Symbol.TRIANGLE, Points.Symbol.CIRCLE
        };
        int next = 0;
        for (double time : rows.distinctNumbers("time")) {
            TableSelection own = rows.where("time", time);
            moments.add(new Points(
                    TableFigures.whole(time) + " ms",
                    own.numbers("real"),
                    own.numbers("imaginary"),
                    colours[next % colours.length],
                    symbols[next % symbols.length]));
            next++;
        }
        return TableFigures.plane(
                "analysis-jacobian",
                "Eigenvalues of the Jacobian and the unit circle",
                moments,
                PlaneChart.Guide.UNIT_CIRCLE,
                new TableFigures.Axes("real part", "imaginary part", theme),
                rows);
    }
}
