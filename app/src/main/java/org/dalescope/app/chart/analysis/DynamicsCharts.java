package org.dalescope.app.chart.analysis;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.Level;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.PlaneChart;
import org.dalescope.app.chart.Points;
import org.dalescope.app.words.Words;
import org.dalescope.model.analysis.AnalysisResult;

/** Eigenvalues of the linearised recurrence, and time scales along the trial. */
final class DynamicsCharts {
    private static final String CONDITION = "condition";
    private static final String SEED = "seed";

    private DynamicsCharts() {}

    static List<Choice> choices(AnalysisResult result) {
        Rows rows = Rows.of(result, "jacobian");
        return List.of(
                new Choice(CONDITION, rows.distinct("condition")),
                new Choice(
                        SEED,
                        Arrays.stream(rows.distinctNumbers("seed"))
                                .mapToObj(Pictures::whole)
                                .toList()));
    }

    static List<Figure> of(AnalysisResult result, Chosen chosen, ChartTheme theme) {
        List<Choice> choices = choices(result);
        double seed = Double.parseDouble(chosen.of(choices.get(1)));
        String condition = chosen.of(choices.get(0));
        Rows rows = Rows.of(result, "jacobian").where("seed", seed).where("condition", condition);
        double[] time = rows.numbers("time");
        ChartContent scales = ChartContent.of(
                        Words.of("chart-analysis.time-scales-seed", condition, Pictures.whole(seed)),
                        Words.of("chart-analysis.time-ms"),
                        Words.of("chart-analysis.time-scale-ms"),
                        List.of(
                                Line.of(
                                        Words.of("chart-analysis.slowest"),
                                        time,
                                        rows.numbers("slowest"),
                                        LineStyle.solid(theme.accent(), 2)),
                                Line.of(
                                        Words.of("chart-analysis.second"),
                                        time,
                                        rows.numbers("second"),
                                        LineStyle.dashed(theme.second(), 2))))
                .withAxis(true, false);
        ChartContent modulus = ChartContent.of(
                        Words.of("chart-analysis.stability-seed", condition, Pictures.whole(seed)),
                        Words.of("chart-analysis.time-ms"),
                        Words.of("chart-analysis.largest-lambda"),
                        List.of(Line.of("", time, rows.numbers("largest_modulus"), LineStyle.solid(theme.accent(), 2))))
                .with(
                        List.of(),
                        List.of(new Level(
                                Words.of("chart-analysis.grows-above"), 1, LineStyle.dashed(theme.muted(), 1))),
                        List.of());
        return List.of(
                eigenvalues(Rows.of(result, "jacobian_eigenvalues").where("seed", seed), theme),
                Pictures.lines("analysis-time-scales", scales, theme, rows),
                Pictures.lines("analysis-stability", modulus, theme, rows));
    }

    private static Figure eigenvalues(Rows rows, ChartTheme theme) {
        List<Points> moments = new ArrayList<>();
        Color[] colours = {theme.accent(), theme.second(), theme.foreground(), theme.data()};
        Points.Symbol[] symbols = {
            Points.Symbol.CIRCLE, Points.Symbol.SQUARE, Points.Symbol.TRIANGLE, Points.Symbol.CIRCLE
        };
        int next = 0;
        for (double time : rows.distinctNumbers("time")) {
            Rows own = rows.where("time", time);
            moments.add(new Points(
                    Pictures.whole(time) + " ms",
                    own.numbers("real"),
                    own.numbers("imaginary"),
                    colours[next % colours.length],
                    symbols[next % symbols.length]));
            next++;
        }
        return Pictures.plane(
                "analysis-jacobian",
                Words.of("chart-analysis.eigenvalues-of-the-jacobian"),
                moments,
                PlaneChart.Guide.UNIT_CIRCLE,
                new Pictures.Axes(
                        Words.of("chart-analysis.real-part"), Words.of("chart-analysis.imaginary-part"), theme),
                rows);
    }
}
