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
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.Table;

/**
 * Charts of the current analysis: the currents into the unit of a recorded neuron over the trial, and the mean currents
 * of all neurons.
 */
final class CurrentCharts {
    private static final String NEURON = "neuron";
    private static final String CONDITION = "condition";

    private CurrentCharts() {}

    static List<ChartChoice> choices(AnalysisResult result) {
        TableSelection neurons = TableSelection.of(result, "currents_per_neuron");
        double[] ids = neurons.numbers("neuron");
        List<String> types = neurons.words("type");
        return List.of(
                new ChartChoice(
                        NEURON,
                        IntStream.range(0, ids.length)
                                .mapToObj(i -> TableFigures.whole(ids[i]) + " (" + types.get(i) + ")")
                                .toList()),
                new ChartChoice(
                        CONDITION, TableSelection.of(result, "currents_per_bin").distinct("condition")));
    }

    static List<Figure> of(AnalysisResult result, ChartChoices chosen, ChartTheme theme) {
        List<ChartChoice> choices = choices(result);
        String neuron = chosen.of(choices.get(0));
        String condition = chosen.of(choices.get(1));
        double id = TableFigures.id(neuron);
        TableSelection rows = TableSelection.of(result, "currents_per_bin")
                .where("neuron", id)
                .where("condition", condition);
        return List.of(
                course("Currents into neuron %s, %s".formatted(neuron, condition), rows, theme),
                balance(result, theme));
    }

    private static Figure course(String title, TableSelection rows, ChartTheme theme) {
        double[] time = rows.numbers("time");
        double[] e = rows.numbers("e");
        double[] i = rows.numbers("i");
        double[] input = rows.numbers("input");
        double[] net = new double[time.length];
        Arrays.setAll(net, bin -> e[bin] + i[bin] + input[bin]);
        List<Band> bands = new ArrayList<>();
        bands.add(band(time, e, rows.numbers("e_sd"), theme.excitatory()));
        bands.add(band(time, i, rows.numbers("i_sd"), theme.inhibitory()));
        ChartContent content = ChartContent.of(
                        title,
                        "time (ms)",
                        "current (units of x; band: sd over seeds)",
                        List.of(
                                Line.of("E", time, e, LineStyle.solid(theme.excitatory(), 2)),
                                Line.of("I", time, i, LineStyle.dashed(theme.inhibitory(), 2)),
                                Line.of("input", time, input, LineStyle.dotted(theme.accent(), 2)),
                                Line.of("sum", time, net, LineStyle.solid(theme.foreground(), 1.4))))
                .with(bands, List.of(), List.of());
        return TableFigures.lines("analysis-currents", content, theme, rows);
    }

    private static Band band(double[] x, double[] mean, double[] sd, Color colour) {
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        Arrays.setAll(low, bin -> mean[bin] - sd[bin]);
        Arrays.setAll(high, bin -> mean[bin] + sd[bin]);
        return new Band(x, low, high, ChartTheme.pale(colour));
    }

    private static Figure balance(AnalysisResult result, ChartTheme theme) {
        return TableFigures.unity(
                "analysis-ei-balance",
                "Balance of E and I currents, neuron by neuron",
                opposed(TableSelection.of(result, "currents_per_neuron")),
                "e",
                "minus_i",
                new TableFigures.Axes("mean E current (units of x)", "minus mean I current (units of x)", theme));
    }

    private static TableSelection opposed(TableSelection rows) {
        List<Table.Column> columns = new ArrayList<>(rows.table().columns());
        columns.add(new Table.Numbers(
                "minus_i", "", Arrays.stream(rows.numbers("i")).map(v -> -v).toArray()));
        return new TableSelection(new Table(rows.table().name(), rows.table().caption(), columns), rows.rows());
    }
}
