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
import org.dalescope.app.words.Words;
import org.dalescope.model.analysis.AnalysisResult;

/** Fano factors, noise correlations, matched trials side by side, and the transport plan. */
final class VariabilityCharts {
    private static final String PAIR = Words.of("chart-analysis.matched-pair");

    private VariabilityCharts() {}

    static List<Choice> choices(AnalysisResult result) {
        Rows rows = Rows.of(result, "matched_activity");
        double[] trials = rows.distinctNumbers("model_trial");
        return List.of(new Choice(
                PAIR,
                Arrays.stream(trials)
                        .mapToObj(trial -> Words.of("chart-analysis.model-trial", Pictures.whole(trial)))
                        .toList()));
    }

    static List<Figure> of(AnalysisResult result, Chosen chosen, ChartTheme theme) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Pictures.unity(
                "analysis-fano",
                Words.of("chart-analysis.fano-factor-of-every"),
                Rows.of(result, "fano_per_neuron"),
                "data",
                "model",
                new Pictures.Axes(Words.of("chart-analysis.data"), Words.of("chart-analysis.model"), theme)));
        figures.add(noise(Rows.of(result, "noise_correlation_per_pair"), theme));
        Rows activity = Rows.of(result, "matched_activity");
        if (!activity.isEmpty()) {
            String pair = chosen.of(choices(result).getFirst());
            double trial = Double.parseDouble(pair.substring(pair.lastIndexOf(' ') + 1));
            figures.add(pair(activity.where("model_trial", trial), theme));
        }
        Rows plan = Rows.of(result, "transport_plan");
        if (!plan.isEmpty()) {
            figures.add(plan(plan, theme));
        }
        return figures;
    }

    private static Figure noise(Rows rows, ChartTheme theme) {
        return Pictures.plane(
                "analysis-noise-correlations",
                Words.of("chart-analysis.noise-correlation-of-every"),
                List.of(
                        points(
                                "EE",
                                Words.of("chart-analysis.e-with-e"),
                                rows,
                                theme.excitatory(),
                                Points.Symbol.CIRCLE),
                        points("EI", Words.of("chart-analysis.e-with-i"), rows, theme.muted(), Points.Symbol.TRIANGLE),
                        points(
                                "II",
                                Words.of("chart-analysis.i-with-i"),
                                rows,
                                theme.inhibitory(),
                                Points.Symbol.SQUARE)),
                PlaneChart.Guide.UNITY,
                new Pictures.Axes(Words.of("chart-analysis.data"), Words.of("chart-analysis.model"), theme),
                rows);
    }

    private static Points points(String types, String name, Rows rows, Color colour, Points.Symbol symbol) {
        Rows own = rows.where("types", types);
        return new Points(name, own.numbers("data"), own.numbers("model"), colour, symbol);
    }

    private static Figure pair(Rows rows, ChartTheme theme) {
        double[] time = rows.numbers("time");
        String title = String.format(
                Locale.ROOT,
                Words.of("chart-analysis.population-activity-model-trial"),
                Pictures.whole(rows.numbers("model_trial")[0]),
                Pictures.whole(rows.numbers("data_trial")[0]),
                rows.numbers("r")[0]);
        ChartContent content = ChartContent.of(
                title,
                Words.of("chart-analysis.time-ms"),
                Words.of("chart-analysis.rate-minus-mean-over"),
                List.of(
                        Line.of(
                                Words.of("chart-analysis.data-trial"),
                                time,
                                rows.numbers("data"),
                                LineStyle.solid(theme.data(), 2)),
                        Line.of(
                                Words.of("chart-analysis.model-trial-2"),
                                time,
                                rows.numbers("model"),
                                LineStyle.dashed(theme.accent(), 2))));
        return Pictures.lines("analysis-matched-pair", content, theme, rows);
    }

    /** Model trials in the order of their partners, so that the one-to-one match lies on the diagonal. */
    private static Figure plan(Rows rows, ChartTheme theme) {
        double[] data =
                Arrays.stream(rows.distinctNumbers("data_trial")).sorted().toArray();
        Map<Double, Integer> columnOf = new HashMap<>();
        IntStream.range(0, data.length).forEach(i -> columnOf.put(data[i], i));
        Rows matched = rows.where("matched", 1);
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
        String title = Words.of("chart-analysis.transport-plan-on-the");
        MatrixChart chart = new MatrixChart(
                title,
                Words.of("chart-analysis.data-trial-by-id"),
                Words.of("chart-analysis.model-trial-in-the"),
                share,
                MatrixChart.Colours.upTo(Words.of("chart-analysis.share-of-the-model"), largest, theme.accent(), theme),
                List.of(),
                true,
                theme);
        String name = "analysis-transport-plan";
        return new Figure(name, title, Pictures.WIDE, Pictures.SQUARE, chart, Pictures.numbers(name, rows));
    }
}
