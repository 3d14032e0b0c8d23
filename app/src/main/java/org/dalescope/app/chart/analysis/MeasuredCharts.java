package org.dalescope.app.chart.analysis;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.app.chart.Band;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.PlaneChart;
import org.dalescope.app.chart.Points;
import org.dalescope.model.analysis.core.AnalysisResult;

/** Charts of a measured perturbation beside the predicted one: changes neuron by neuron, and PSTHs. */
final class MeasuredCharts {
    private static final String SHOWN = "neurons";
    private static final String TARGETED = "mean of targeted";
    private static final String OTHERS = "mean of others";

    private MeasuredCharts() {}

    static List<ChartChoice> choices(AnalysisResult result) {
        TableSelection neurons = TableSelection.of(result, "measured_neurons");
        double[] ids = neurons.numbers("neuron");
        List<String> types = neurons.words("type");
        List<String> targeted = neurons.words("targeted");
        List<String> options = new ArrayList<>();
        if (targeted.contains("no")) {
            options.add(OTHERS);
        }
        if (targeted.contains("yes")) {
            options.add(TARGETED);
        }
        IntStream.range(0, ids.length)
                .forEach(i -> options.add(TableFigures.whole(ids[i]) + " (" + types.get(i)
                        + (targeted.get(i).equals("yes") ? ", targeted)" : ")")));
        return List.of(new ChartChoice(SHOWN, options));
    }

    static List<Figure> of(AnalysisResult result, ChartChoices chosen, ChartTheme theme) {
        TableSelection neurons = TableSelection.of(result, "measured_neurons");
        if (neurons.isEmpty()) {
            return List.of();
        }
        String shown = chosen.of(choices(result).getFirst());
        return List.of(changes(neurons, theme), psths(TableSelection.of(result, "measured_psths"), shown, theme));
    }

    /** Measured against predicted change; a targeted neuron has a triangle. */
    private static Figure changes(TableSelection neurons, ChartTheme theme) {
        TableSelection others = neurons.where("targeted", "no");
        return TableFigures.plane(
                "analysis-measured-changes",
                "Change of every neuron's rate in the window",
                List.of(
                        points("E", others.where("type", "E"), Points.Symbol.CIRCLE, theme.excitatory()),
                        points("I", others.where("type", "I"), Points.Symbol.SQUARE, theme.inhibitory()),
                        points("unknown type", others.where("type", "U"), Points.Symbol.SQUARE, theme.muted()),
                        points("targeted", neurons.where("targeted", "yes"), Points.Symbol.TRIANGLE, theme.accent())),
                PlaneChart.Guide.UNITY,
                new TableFigures.Axes("measured (sp/s)", "predicted (sp/s)", theme),
                neurons);
    }

    private static Points points(String name, TableSelection rows, Points.Symbol symbol, Color colour) {
        return new Points(name, rows.numbers("measured"), rows.numbers("predicted"), colour, symbol);
    }

    private static Figure psths(TableSelection all, String shown, ChartTheme theme) {
        TableSelection rows =
                switch (shown) {
                    case TARGETED -> all.where("targeted", "yes");
                    case OTHERS -> all.where("targeted", "no");
                    default -> all.where("neuron", TableFigures.id(shown));
                };
        double[] time = rows.distinctNumbers("time");
        List<Band> bands = List.of(new Band(
                time,
                mean(rows, "model_on_low", time.length),
                mean(rows, "model_on_high", time.length),
                ChartTheme.pale(theme.accent())));
        ChartContent content = ChartContent.of(
                        "PSTH with and without the perturbation: " + shown,
                        "time (ms)",
                        "rate (sp/s; band: all networks)",
                        List.of(
                                line("data, off", rows, "data_off", LineStyle.solid(theme.muted(), 1.2)),
                                line("data, on", rows, "data_on", LineStyle.solid(theme.foreground(), 1.6)),
                                line("networks, off", rows, "model_off", LineStyle.dotted(theme.muted(), 2)),
                                line("networks, on", rows, "model_on", LineStyle.dashed(theme.accent(), 2))))
                .with(bands, List.of(), List.of());
        return TableFigures.lines("analysis-measured-psths", content, theme, rows);
    }

    private static Line line(String name, TableSelection rows, String column, LineStyle style) {
        double[] time = rows.distinctNumbers("time");
        return Line.of(name, time, mean(rows, column, time.length), style);
    }

    /** The mean over neurons, bin by bin; the rows of a neuron follow one another. */
    private static double[] mean(TableSelection rows, String column, int bins) {
        double[] values = rows.numbers(column);
        double[] mean = new double[bins];
        int neurons = values.length / Math.max(1, bins);
        Arrays.setAll(mean, bin -> IntStream.range(0, neurons)
                .mapToDouble(neuron -> values[neuron * bins + bin])
                .average()
                .orElse(Double.NaN));
        return mean;
    }
}
