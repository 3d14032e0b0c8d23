package org.dalescope.app.chart.analysis;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.MatrixChart;
import org.dalescope.app.chart.PlaneChart;
import org.dalescope.app.chart.Points;
import org.dalescope.model.analysis.core.AnalysisResult;

/**
 * Charts of the variability analysis: Fano factors, noise correlations, pairs of matched trials, and the transport
 * plan.
 */
final class VariabilityCharts {
    private static final String PAIR = "matched pair";

    private VariabilityCharts() {}

    static List<ChartChoice> choices(AnalysisResult result) {
        TableSelection rows = TableSelection.of(result, "matched_activity");
        double[] trials = rows.distinctNumbers("model_trial");
        return List.of(new ChartChoice(
                PAIR,
                Arrays.stream(trials)
                        .mapToObj(trial -> "model trial %s".formatted(TableFigures.whole(trial)))
                        .toList()));
    }

    static List<Figure> of(AnalysisResult result, ChartChoices chosen, ChartTheme theme) {
        TableSelection fano = TableSelection.of(result, "fano_per_neuron");
        if (fano.isEmpty()) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(TableFigures.unity(
                "analysis-fano",
                "Fano factor of every neuron",
                fano,
                "data",
                "model",
                new TableFigures.Axes("data", "model", theme)));
        figures.add(noise(TableSelection.of(result, "noise_correlation_per_pair"), theme));
        TableSelection activity = TableSelection.of(result, "matched_activity");
        if (!activity.isEmpty()) {
            String pair = chosen.of(choices(result).getFirst());
            double trial = Double.parseDouble(pair.substring(pair.lastIndexOf(' ') + 1));
            figures.add(pair(activity.where("model_trial", trial), theme));
        }
        TableSelection plan = TableSelection.of(result, "transport_plan");
        if (!plan.isEmpty()) {
            figures.add(plan(plan, theme));
        }
        return figures;
    }

    private static Figure noise(TableSelection rows, ChartTheme theme) {
        return TableFigures.plane(
                "analysis-noise-correlations",
                "Noise correlation of every pair of neurons",
                List.of(
                        points("EE", "E with E", rows, theme.excitatory(), Points.Symbol.CIRCLE),
                        points("EI", "E with I", rows, theme.muted(), Points.Symbol.TRIANGLE),
                        points("II", "I with I", rows, theme.inhibitory(), Points.Symbol.SQUARE)),
                PlaneChart.Guide.UNITY,
                new TableFigures.Axes("data", "model", theme),
                rows);
    }

    private static Points points(String types, String name, TableSelection rows, Color colour, Points.Symbol symbol) {
        TableSelection own = rows.where("types", types);
        return new Points(name, own.numbers("data"), own.numbers("model"), colour, symbol);
    }

    private static Figure pair(TableSelection rows, ChartTheme theme) {
        double[] time = rows.numbers("time");
        String title = String.format(
                Locale.ROOT,
                "Population activity: model trial %s and its partner, data trial %s (r %.2f)",
                TableFigures.whole(rows.numbers("model_trial")[0]),
                TableFigures.whole(rows.numbers("data_trial")[0]),
                rows.numbers("r")[0]);
        ChartContent content = ChartContent.of(
                title,
                "time (ms)",
                "rate minus mean over trials (sp/s)",
                List.of(
                        Line.of("data trial", time, rows.numbers("data"), LineStyle.solid(theme.data(), 2)),
                        Line.of("model trial", time, rows.numbers("model"), LineStyle.dashed(theme.accent(), 2))));
        return TableFigures.lines("analysis-matched-pair", content, theme, rows);
    }

    /**
     * The transport plan with model trials in the order of their partners, so that the one-to-one match is on the
     * diagonal.
     */
    private static Figure plan(TableSelection rows, ChartTheme theme) {
        double[] data =
                Arrays.stream(rows.distinctNumbers("data_trial")).sorted().toArray();
        Map<Double, Integer> columnOf = new HashMap<>();
        IntStream.range(0, data.length).forEach(i -> columnOf.put(data[i], i));
        TableSelection matched = rows.where("matched", 1);
        Map<Double, Integer> rowOf = new HashMap<>();
        double[] models = matched.numbers("model_trial");
        double[] partners = matched.numbers("data_trial");
        IntStream.range(0, models.length).forEach(i -> rowOf.put(models[i], columnOf.getOrDefault(partners[i], 0)));
        double[][] share = new double[data.length][data.length];
        double[] model = rows.numbers("model_trial");
        double[] partner = rows.numbers("data_trial");
        double[] value = rows.numbers("share");
        double largest = 0;
        for (int i = 0; i < value.length; i++) {
            share[rowOf.getOrDefault(model[i], 0)][columnOf.getOrDefault(partner[i], 0)] = value[i];
            largest = Math.max(largest, value[i]);
        }
        String title = "Transport plan (dotted diagonal: the one-to-one partner of each model trial)";
        MatrixChart chart = new MatrixChart(
                title,
                "data trial, by id",
                "model trial, in the order of its partner",
                share,
                MatrixChart.Colours.upTo("share of the model trial", largest, theme.accent(), theme),
                List.of(),
                true,
                theme);
        String name = "analysis-transport-plan";
        return new Figure(name, title, TableFigures.WIDE, TableFigures.SQUARE, chart, TableFigures.numbers(name, rows));
    }
}
