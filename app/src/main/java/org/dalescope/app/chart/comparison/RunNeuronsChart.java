package org.dalescope.app.chart.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.PlaneChart;
import org.dalescope.app.chart.Points;
import org.dalescope.app.chart.ShortRunName;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.run.comparison.PairedNeuronScores;
import org.dalescope.model.session.NeuronType;

/**
 * A chart of every neuron's r in run A against run B, with separate symbols for E and I. For neurons above the dashed
 * line run B fits better.
 */
public final class RunNeuronsChart {
    private static final int SIZE = 520;
    private static final int LETTERS = 30;

    private RunNeuronsChart() {}

    /**
     * Creates the figure.
     *
     * @param types neuron types by neuron id
     */
    public static Figure of(
            String first, String second, PairedNeuronScores pairs, Map<Integer, NeuronType> types, ChartTheme theme) {
        List<Points> points = new ArrayList<>();
        for (NeuronType type : NeuronType.values()) {
            int[] own = IntStream.range(0, pairs.ids().length)
                    .filter(i -> types.getOrDefault(pairs.ids()[i], NeuronType.UNKNOWN) == type)
                    .toArray();
            if (own.length > 0) {
                points.add(new Points(
                        name(type) + " (" + own.length + ")",
                        Arrays.stream(own).mapToDouble(i -> pairs.first()[i]).toArray(),
                        Arrays.stream(own).mapToDouble(i -> pairs.second()[i]).toArray(),
                        theme.of(type),
                        symbol(type)));
            }
        }
        String title = "psth_r of every neuron, validation";
        PlaneChart chart = new PlaneChart(
                title,
                "A: " + ShortRunName.of(first, LETTERS),
                "B: " + ShortRunName.of(second, LETTERS),
                points,
                PlaneChart.Guide.UNITY,
                theme);
        return new Figure("neurons-a-b", title, SIZE, SIZE, chart, numbers(first, second, pairs, types));
    }

    private static String name(NeuronType type) {
        return switch (type) {
            case EXCITATORY -> "excitatory";
            case INHIBITORY -> "inhibitory";
            case UNKNOWN -> "of unknown type";
        };
    }

    private static Points.Symbol symbol(NeuronType type) {
        return switch (type) {
            case EXCITATORY -> Points.Symbol.CIRCLE;
            case INHIBITORY -> Points.Symbol.SQUARE;
            case UNKNOWN -> Points.Symbol.TRIANGLE;
        };
    }

    private static Table numbers(
            String first, String second, PairedNeuronScores pairs, Map<Integer, NeuronType> types) {
        return new Table(
                "neurons-a-b",
                "psth_r of every neuron in run A (%s) and run B (%s).".formatted(first, second),
                List.of(
                        new Table.Numbers(
                                "neuron_id",
                                "",
                                Arrays.stream(pairs.ids()).asDoubleStream().toArray()),
                        new Table.Words(
                                "type",
                                Arrays.stream(pairs.ids())
                                        .mapToObj(id -> types.getOrDefault(id, NeuronType.UNKNOWN)
                                                .letter())
                                        .toList()),
                        new Table.Numbers("r_a", "", pairs.first()),
                        new Table.Numbers("r_b", "", pairs.second()),
                        new Table.Numbers("b_minus_a", "", pairs.differences())));
    }
}
