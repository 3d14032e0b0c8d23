package org.dalescope.app.window.compare;

import java.util.Locale;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.WeightDifferenceChart;
import org.dalescope.app.window.theme.FigurePane;
import org.dalescope.app.words.Words;
import org.dalescope.model.comparison.WeightDifference;

/** The weights of B minus those of A between recorded neurons. */
final class WeightsPart extends PairPart {
    private final CompareViewModel model;
    private final FigurePane chart;

    WeightsPart(CompareViewModel model) {
        this(model, new FigurePane("compare-weights"));
    }

    private WeightsPart(CompareViewModel model, FigurePane chart) {
        super(Words.of("compare.weights"), chart, "compare-weights-words");
        this.model = model;
        this.chart = chart;
    }

    @Override
    void draw(Comparison comparison, Comparison.Pair pair, ChartTheme theme) {
        model.askForWeights();
        model.weights()
                .get()
                .ifPresentOrElse(
                        difference -> show(difference, theme),
                        () -> explain(
                                Words.of("compare.reading-the-weights"), Words.of("compare.both-runs-need-their")));
    }

    private void show(WeightDifference difference, ChartTheme theme) {
        chart.show(
                WeightDifferenceChart.of(difference, theme),
                () -> WeightDifferenceChart.of(difference, ChartTheme.light()));
        say(words(difference));
    }

    static String words(WeightDifference d) {
        String out = d.typed() == 0 ? "" : " " + Words.of("compare.neurons-are-e-in", d.typed());
        return String.format(
                Locale.ROOT,
                Words.of("compare.recorded-neurons-e-joined"),
                d.ids().size(),
                d.excitatory(),
                d.largest(),
                out);
    }
}
