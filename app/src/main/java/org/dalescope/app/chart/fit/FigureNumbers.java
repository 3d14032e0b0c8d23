package org.dalescope.app.chart.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.dalescope.app.chart.Band;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.Line;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.psth.Psth;

/** Creates the table of numbers behind a fit's figure, with one point per row and without decimation. */
public final class FigureNumbers {
    private FigureNumbers() {}

    /** The points of all curves and bands of a chart. A band gives two curves, its lower and its upper edge. */
    public static Table of(String name, ChartContent content) {
        List<String> curves = new ArrayList<>();
        List<double[]> points = new ArrayList<>();
        for (Line line : content.lines()) {
            add(line.name(), line.x(), line.y(), curves, points);
        }
        for (int i = 0; i < content.bands().size(); i++) {
            Band band = content.bands().get(i);
            add("band " + (i + 1) + ", low", band.x(), band.low(), curves, points);
            add("band " + (i + 1) + ", high", band.x(), band.high(), curves, points);
        }
        return new Table(
                name,
                content.title(),
                List.of(
                        new Table.Words("curve", List.copyOf(curves)),
                        column(content.xLabel(), points, 0),
                        column(content.yLabel(), points, 1)));
    }

    /** The PSTHs of several neurons. */
    static Table psth(String name, String caption, PsthChart.Source source, List<NeuronFit> neurons) {
        Psth data = source.data();
        int bins = data.bins();
        int rows = neurons.size() * bins;
        int[] at = IntStream.range(0, rows)
                .map(row ->
                        row % bins * data.neurons() + neurons.get(row / bins).index())
                .toArray();
        List<String> types = IntStream.range(0, rows)
                .mapToObj(row -> neurons.get(row / bins).type().letter())
                .toList();
        return new Table(
                name,
                caption,
                List.of(
                        numbers("neuron_id", "", rows, row -> neurons.get(row / bins)
                                .id()),
                        new Table.Words("type", types),
                        numbers("r", "", rows, row -> neurons.get(row / bins).r()),
                        numbers("ceiling", "", rows, row -> neurons.get(row / bins)
                                .ceiling()),
                        numbers("time", "ms", rows, row -> source.timeMs()[row % bins]),
                        numbers("trials", "", rows, row -> data.trials()[row % bins]),
                        numbers("data", "sp/s", rows, row -> valid(data, row % bins, data.mean()[at[row]])),
                        numbers(
                                "data_standard_error",
                                "sp/s",
                                rows,
                                row -> valid(data, row % bins, data.standardError()[at[row]])),
                        numbers(
                                "model",
                                "sp/s",
                                rows,
                                row -> source.model().length > at[row]
                                        ? valid(data, row % bins, source.model()[at[row]])
                                        : Double.NaN)));
    }

    /** The time constant of every unit by epoch. */
    static Table tau(String name, RunViews views) {
        List<double[]> epochs = views.tauMs();
        int units = epochs.isEmpty() ? 0 : epochs.getFirst().length;
        List<Table.Column> columns = new ArrayList<>();
        columns.add(numbers("epoch", "", epochs.size(), row -> row + 1));
        for (int unit = 0; unit < units; unit++) {
            int u = unit;
            String type = views.unitTypes().get(unit) == NeuronType.UNKNOWN
                    ? "unknown"
                    : views.unitTypes().get(unit).letter();
            columns.add(numbers("unit_" + unit + "_" + type, "ms", epochs.size(), row -> epochs.get(row)[u]));
        }
        return new Table(name, "Time constant of every unit by epoch.", columns);
    }

    private static double valid(Psth data, int bin, double value) {
        return data.trials()[bin] > 0 ? value : Double.NaN;
    }

    private static void add(String name, double[] x, double[] y, List<String> curves, List<double[]> points) {
        for (int i = 0; i < x.length; i++) {
            curves.add(name);
            points.add(new double[] {x[i], y[i]});
        }
    }

    private static Table.Numbers column(String label, List<double[]> points, int coordinate) {
        return new Table.Numbers(
                label,
                "",
                points.stream().mapToDouble(point -> point[coordinate]).toArray());
    }

    private static Table.Numbers numbers(String name, String unit, int rows, IntToDoubleFunction value) {
        double[] values = new double[rows];
        Arrays.setAll(values, value);
        return new Table.Numbers(name, unit, values);
    }
}
