package org.dalescope.app.chart.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.HorizontalMark;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineChart;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.model.analysis.core.AnalysisResult;

/**
 * Charts of selectivity over training: a pale line for each network, and a strong line for the mean over networks at
 * epochs that all of them have.
 */
final class SelectivityCourseCharts {
    private static final String TABLE = "selectivity_over_training";

    private SelectivityCourseCharts() {}

    static List<ChartChoice> choices(AnalysisResult result) {
        return List.of(new ChartChoice(
                SelectivityCharts.FACTOR, TableSelection.of(result, TABLE).distinct("factor")));
    }

    static List<Figure> of(AnalysisResult result, ChartChoices chosen, ChartTheme theme) {
        String factor = chosen.of(choices(result).getFirst());
        TableSelection rows = TableSelection.of(result, TABLE).where("factor", factor);
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Line> r = new ArrayList<>();
        r.addAll(courses(rows.where("type", "all"), "all", "r", LineStyle.dotted(theme.foreground(), 2)));
        r.addAll(courses(rows.where("type", "E"), "E", "r", LineStyle.solid(theme.excitatory(), 2)));
        r.addAll(courses(rows.where("type", "I"), "I", "r", LineStyle.dashed(theme.inhibitory(), 2)));
        List<Line> size = new ArrayList<>();
        size.addAll(
                courses(rows.where("type", "E"), "E, model", "index_model", LineStyle.solid(theme.excitatory(), 2)));
        size.addAll(
                courses(rows.where("type", "I"), "I, model", "index_model", LineStyle.dashed(theme.inhibitory(), 2)));
        List<HorizontalMark> data = List.of(
                level("E, data", rows.where("type", "E"), LineStyle.dotted(theme.excitatory(), 1.2)),
                level("I, data", rows.where("type", "I"), LineStyle.dotted(theme.inhibitory(), 1.2)));
        return List.of(
                figure(
                        "analysis-selectivity-r-by-epoch",
                        content(
                                "Selectivity for %s: data against model by epoch".formatted(factor),
                                "r of AUC indices",
                                r),
                        rows,
                        theme),
                figure(
                        "analysis-selectivity-size-by-epoch",
                        content("Size of the selectivity for %s by epoch".formatted(factor), "mean |AUC index|", size)
                                .withAxis(false, true)
                                .with(List.of(), data, List.of()),
                        rows,
                        theme));
    }

    private static ChartContent content(String title, String y, List<Line> lines) {
        return ChartContent.of(title, "epoch + 1", y, lines);
    }

    private static HorizontalMark level(String name, TableSelection rows, LineStyle style) {
        double[] data = rows.numbers("index_data");
        return new HorizontalMark(name, data.length == 0 ? Double.NaN : data[0], style);
    }

    private static Figure figure(String name, ChartContent content, TableSelection rows, ChartTheme theme) {
        LineChart chart = new LineChart();
        chart.showOnLogarithmicX(content, theme, TableFigures.WIDE);
        return new Figure(
                name, content.title(), TableFigures.WIDE, TableFigures.HEIGHT, chart, TableFigures.numbers(name, rows));
    }

    private static List<Line> courses(TableSelection rows, String name, String column, LineStyle style) {
        double[] seeds = rows.distinctNumbers("seed");
        Function<TableSelection, double[]> epochs = own ->
                Arrays.stream(own.numbers("epoch")).map(epoch -> epoch + 1).toArray();
        if (seeds.length == 1) {
            return List.of(Line.of(name, epochs.apply(rows), rows.numbers(column), style));
        }
        List<Line> lines = new ArrayList<>();
        for (double seed : seeds) {
            TableSelection own = rows.where("seed", seed);
            lines.add(Line.of("", epochs.apply(own), own.numbers(column), style.pale()));
        }
        double[] shared = Arrays.stream(rows.distinctNumbers("epoch"))
                .sorted()
                .filter(epoch -> rows.where("epoch", epoch).size() == seeds.length)
                .toArray();
        double[] mean = Arrays.stream(shared)
                .map(epoch -> Arrays.stream(rows.where("epoch", epoch).numbers(column))
                        .average()
                        .orElse(Double.NaN))
                .toArray();
        lines.add(Line.of(name, Arrays.stream(shared).map(epoch -> epoch + 1).toArray(), mean, style));
        return lines;
    }
}
