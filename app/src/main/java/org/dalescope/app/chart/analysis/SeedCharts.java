package org.dalescope.app.chart.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.IntervalChart;
import org.dalescope.app.chart.IntervalChart.Bar;
import org.dalescope.model.analysis.core.AnalysisResult;

/**
 * Charts of the seed analyses: the agreement between the networks of different seeds, and their predicted effects of
 * perturbations.
 */
final class SeedCharts {
    private static final int MOST = 16;
    private static final int ROW = 24;
    private static final int FRAME = 110;

    private SeedCharts() {}

    /** The agreement between the seeds' networks with its interval, and the value for permuted neurons. */
    static List<Figure> agreement(AnalysisResult result, ChartTheme theme) {
        TableSelection rows = TableSelection.of(result, "agreement");
        if (rows.isEmpty()) {
            return List.of();
        }
        double[] value = rows.numbers("agreement");
        double[] low = rows.numbers("low");
        double[] high = rows.numbers("high");
        double[] chance = rows.numbers("null");
        List<String> names = rows.words("quantity");
        List<String> verdicts = rows.words("verdict");
        List<Bar> bars = IntStream.range(0, value.length)
                .mapToObj(i -> new Bar(
                        names.get(i).replace('_', ' ') + ": " + verdicts.get(i),
                        value[i],
                        low[i],
                        high[i],
                        chance[i],
                        theme.foreground()))
                .toList();
        return List.of(figure(
                "analysis-agreement",
                "Agreement between the networks of two seeds",
                "r (tick: with neurons permuted)",
                bars,
                rows,
                theme));
    }

    /** The perturbations with the strongest effects and their spread over seeds. */
    static List<Figure> ranking(AnalysisResult result, ChartTheme theme) {
        TableSelection rows = TableSelection.of(result, "perturbation_ranking");
        if (rows.isEmpty()) {
            return List.of();
        }
        double[] effect = rows.numbers("effect");
        double[] sd = rows.numbers("sd_over_seeds");
        List<String> names = rows.words("perturbation");
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < effect.length && bars.size() < MOST; i++) {
            if (Double.isFinite(effect[i])) {
                bars.add(new Bar(
                        names.get(i), effect[i], effect[i] - sd[i], effect[i] + sd[i], Double.NaN, theme.foreground()));
            }
        }
        return List.of(figure(
                "analysis-perturbations",
                "Strongest predicted effects",
                "change of PSTHs (sp/s), mean ± SD",
                bars,
                rows,
                theme));
    }

    private static Figure figure(
            String name, String title, String label, List<Bar> bars, TableSelection rows, ChartTheme theme) {
        return new Figure(
                name,
                title,
                TableFigures.SQUARE,
                FRAME + ROW * bars.size(),
                new IntervalChart(title, label, bars, theme),
                TableFigures.numbers(name, rows));
    }
}
