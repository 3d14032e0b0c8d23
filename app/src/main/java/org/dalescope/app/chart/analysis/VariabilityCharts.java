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
import org.dalescope.app.text.Messages;
import org.dalescope.model.analysis.core.AnalysisResult;

/** Fano factors, noise correlations, matched trials side by side, and the transport plan. */
final class VariabilityCharts {
    private static final String PAIR = Messages.of("chart-analysis.matched-pair");

    private VariabilityCharts() {}

    static List<ChartChoice> choices(AnalysisResult result) {
        TableSelection rows = TableSelection.of(result, "matched_activity");
        double[] trials = rows.distinctNumbers("model_trial");
        return List.of(new ChartChoice(
                PAIR,
                Arrays.stream(trials)
                        .mapToObj(trial -> Messages.of("chart-analysis.model-trial", TableFigures.whole(trial)))
                        .toList()));
    }

    static List<Figure> of(AnalysisResult result, ChartChoices chosen, ChartTheme theme) {
        List<Figure> figures = new ArrayList<>();
        figures.add(TableFigures.unity(
                "analysis-fano",
                Messages.of("chart-analysis.fano-factor-of-every"),
                TableSelection.of(result, "fano_per_neuron"),
                "data",
                "model",
                new TableFigures.Axes(Messages.of("chart-analysis.data"), Messages.of("chart-analysis.model"), theme)));
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
                Messages.of("chart-analysis.noise-correlation-of-every"),
                List.of(
                        points(
                                "EE",
                                Messages.of("chart-analysis.e-with-e"),
                                rows,
                                theme.excitatory(),
                                Points.Symbol.CIRCLE),
                        points(
                                "EI",
                                Messages.of("chart-analysis.e-with-i"),
                                rows,
                                theme.muted(),
                                Points.Symbol.TRIANGLE),
                        points(
                                "II",
                                Messages.of("chart-analysis.i-with-i"),
                                rows,
                                theme.inhibitory(),
                                Points.Symbol.SQUARE)),
                PlaneChart.Guide.UNITY,
                new TableFigures.Axes(Messages.of("chart-analysis.data"), Messages.of("chart-analysis.model"), theme),
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
                Messages.of("chart-analysis.population-activity-model-trial"),
                TableFigures.whole(rows.numbers("model_trial")[0]),
                TableFigures.whole(rows.numbers("data_trial")[0]),
                rows.numbers("r")[0]);
        ChartContent content = ChartContent.of(
                title,
                Messages.of("chart-analysis.time-ms"),
                Messages.of("chart-analysis.rate-minus-mean-over"),
                List.of(
                        Line.of(
                                Messages.of("chart-analysis.data-trial"),
                                time,
                                rows.numbers("data"),
                                LineStyle.solid(theme.data(), 2)),
                        Line.of(
                                Messages.of("chart-analysis.model-trial-2"),
                                time,
                                rows.numbers("model"),
                                LineStyle.dashed(theme.accent(), 2))));
        return TableFigures.lines("analysis-matched-pair", content, theme, rows);
    }

    /** Model trials in the order of their partners, so that the one-to-one match lies on the diagonal. */
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
        String title = Messages.of("chart-analysis.transport-plan-on-the");
        MatrixChart chart = new MatrixChart(
                title,
                Messages.of("chart-analysis.data-trial-by-id"),
                Messages.of("chart-analysis.model-trial-in-the"),
                share,
                MatrixChart.Colours.upTo(
                        Messages.of("chart-analysis.share-of-the-model"), largest, theme.accent(), theme),
                List.of(),
                true,
                theme);
        String name = "analysis-transport-plan";
        return new Figure(name, title, TableFigures.WIDE, TableFigures.SQUARE, chart, TableFigures.numbers(name, rows));
    }
}
