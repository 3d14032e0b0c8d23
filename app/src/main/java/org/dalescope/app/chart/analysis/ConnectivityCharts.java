package org.dalescope.app.chart.analysis;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
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
 * Charts of the connectivity analysis: W as a heat map in a chosen order, its weights by block, and its eigenvalues.
 */
final class ConnectivityCharts {
    private static final String SEED = "seed";
    private static final String ORDER = "order of units";
    private static final int STEPS = 40;

    /** The order of units in the heat map. E always comes before I, so that the blocks are kept. */
    private enum Order {
        TYPE("type"),
        IN_DEGREE("incoming weight"),
        SELECTIVITY("selectivity"),
        SINGULAR("first singular vector");

        private final String words;

        Order(String words) {
            this.words = words;
        }

        double[] of(TableSelection units) {
            return switch (this) {
                case TYPE -> units.numbers("unit");
                case IN_DEGREE -> {
                    double[] e = units.numbers("from_e");
                    double[] i = units.numbers("from_i");
                    yield IntStream.range(0, e.length)
                            .mapToDouble(k -> -(Math.abs(e[k]) + Math.abs(i[k])))
                            .toArray();
                }
                // Hidden units have no selectivity and come last.
                case SELECTIVITY ->
                    DoubleStream.of(units.numbers("selectivity"))
                            .map(v -> Double.isNaN(v) ? 1 : -v)
                            .toArray();
                case SINGULAR -> units.numbers("axis_1_to");
            };
        }
    }

    private ConnectivityCharts() {}

    static List<ChartChoice> choices(AnalysisResult result) {
        return List.of(
                new ChartChoice(
                        ORDER,
                        Arrays.stream(Order.values()).map(order -> order.words).toList()),
                new ChartChoice(
                        SEED,
                        Arrays.stream(TableSelection.of(result, "units").distinctNumbers("seed"))
                                .mapToObj(TableFigures::whole)
                                .toList()));
    }

    static List<Figure> of(AnalysisResult result, ChartChoices chosen, ChartTheme theme) {
        List<ChartChoice> choices = choices(result);
        String words = chosen.of(choices.get(0));
        double seed = Double.parseDouble(chosen.of(choices.get(1)));
        Order order = Arrays.stream(Order.values())
                .filter(one -> one.words.equals(words))
                .findFirst()
                .orElse(Order.TYPE);
        TableSelection weights = TableSelection.of(result, "recurrent_weights").where("seed", seed);
        return List.of(
                matrix(TableSelection.of(result, "units").where("seed", seed), weights, order, theme),
                eigenvalues(TableSelection.of(result, "eigenvalues"), theme),
                distributions(weights, theme),
                singular(TableSelection.of(result, "eigenvalues"), theme));
    }

    private static Figure matrix(TableSelection units, TableSelection weights, Order order, ChartTheme theme) {
        List<String> types = units.words("type");
        double[] keys = order.of(units);
        int[] sorted = IntStream.range(0, units.size())
                .boxed()
                .sorted(Comparator.<Integer, String>comparing(types::get).thenComparingDouble(unit -> keys[unit]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] place = new int[sorted.length];
        IntStream.range(0, sorted.length).forEach(i -> place[sorted[i]] = i);
        double[][] w = new double[sorted.length][sorted.length];
        double[] to = weights.numbers("to");
        double[] from = weights.numbers("from");
        double[] value = weights.numbers("weight");
        for (int i = 0; i < value.length; i++) {
            w[place[(int) to[i]]][place[(int) from[i]]] = value[i];
        }
        int excitatory = (int) types.stream().filter("E"::equals).count();
        String title = "W of seed %s, by %s".formatted(TableFigures.whole(units.numbers("seed")[0]), order.words);
        MatrixChart chart = new MatrixChart(
                title,
                "from unit, E before I",
                "to unit, E before I",
                w,
                MatrixChart.Colours.signed("weight", quantile(value), theme),
                List.of(excitatory),
                false,
                theme);
        String name = "analysis-weights";
        return new Figure(
                name, title, TableFigures.SQUARE + 60, TableFigures.SQUARE, chart, TableFigures.numbers(name, weights));
    }

    /**
     * The magnitude that 98 % of the weights do not exceed. A single large weight would otherwise make all others pale.
     */
    private static double quantile(double[] weights) {
        double[] sorted = DoubleStream.of(weights).map(Math::abs).sorted().toArray();
        return sorted.length == 0 ? 1 : sorted[(int) (0.98 * (sorted.length - 1))];
    }

    private static Figure distributions(TableSelection weights, ChartTheme theme) {
        List<Line> lines = new ArrayList<>();
        double top = quantile(weights.numbers("weight"));
        for (String block : List.of("E->E", "E->I", "I->E", "I->I")) {
            double[] own = DoubleStream.of(weights.where("block", block).numbers("weight"))
                    .map(Math::abs)
                    .toArray();
            Color colour = block.startsWith("E") ? theme.excitatory() : theme.inhibitory();
            LineStyle style = block.endsWith("E") ? LineStyle.solid(colour, 2) : LineStyle.dashed(colour, 2);
            if (own.length > 0) {
                lines.add(exceeding(block, own, top, style));
            }
        }
        ChartContent content = ChartContent.of(
                        "Distribution of weights by block", "|weight|", "share of larger ones", lines)
                .withAxis(false, true);
        return TableFigures.lines("analysis-weight-distributions", content, theme, weights);
    }

    /** The share of values above each level. Unlike a histogram, its shape does not depend on a bin width. */
    private static Line exceeding(String name, double[] values, double top, LineStyle style) {
        double[] x = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(step -> top * step / STEPS)
                .toArray();
        double[] y = Arrays.stream(x)
                .map(level -> Arrays.stream(values).filter(v -> v > level).count() / (double) values.length)
                .toArray();
        return Line.of(name, x, y, style);
    }

    private static Figure eigenvalues(TableSelection rows, ChartTheme theme) {
        return TableFigures.plane(
                "analysis-eigenvalues",
                "Eigenvalues of W, all seeds",
                List.of(new Points(
                        "", rows.numbers("real"), rows.numbers("imaginary"), theme.accent(), Points.Symbol.CIRCLE)),
                PlaneChart.Guide.UNIT_CIRCLE,
                new TableFigures.Axes("real part", "imaginary part", theme),
                rows);
    }

    private static Figure singular(TableSelection rows, ChartTheme theme) {
        List<Line> lines = new ArrayList<>();
        double[] seeds = rows.distinctNumbers("seed");
        for (double seed : seeds) {
            TableSelection own = rows.where("seed", seed);
            LineStyle style = LineStyle.solid(theme.accent(), 1.6);
            lines.add(Line.of(
                    seeds.length == 1 ? "" : "seed %s".formatted(TableFigures.whole(seed)),
                    own.numbers("index"),
                    own.numbers("singular_value"),
                    seed == seeds[0] ? style : style.pale()));
        }
        ChartContent content = ChartContent.of("Singular values of W", "number", "singular value", lines)
                .withAxis(false, true);
        return TableFigures.lines("analysis-singular-values", content, theme, rows);
    }
}
