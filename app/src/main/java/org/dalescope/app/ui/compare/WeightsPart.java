package org.dalescope.app.ui.compare;

import java.util.Locale;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.comparison.WeightDifferenceChart;
import org.dalescope.app.text.Messages;
import org.dalescope.app.ui.control.FigurePane;
import org.dalescope.model.run.comparison.WeightDifference;

/** The weights of B minus those of A between recorded neurons. */
final class WeightsPart extends PairPart {
    private final CompareViewModel model;
    private final FigurePane chart;

    WeightsPart(CompareViewModel model) {
        this(model, new FigurePane("compare-weights"));
    }

    private WeightsPart(CompareViewModel model, FigurePane chart) {
        super(Messages.of("compare.weights"), chart, "compare-weights-words");
        this.model = model;
        this.chart = chart;
    }

    @Override
    void draw(RunComparison comparison, RunComparison.Pair pair, ChartTheme theme) {
        model.askForWeights();
        model.weightsProperty()
                .get()
                .ifPresentOrElse(
                        difference -> show(difference, theme),
                        () -> explain(
                                Messages.of("compare.reading-the-weights"),
                                Messages.of("compare.both-runs-need-their")));
    }

    private void show(WeightDifference difference, ChartTheme theme) {
        chart.show(
                WeightDifferenceChart.of(difference, theme),
                () -> WeightDifferenceChart.of(difference, ChartTheme.light()));
        showText(words(difference));
    }

    static String words(WeightDifference d) {
        String out = d.typed() == 0 ? "" : " " + Messages.of("compare.neurons-are-e-in", d.typed());
        return String.format(
                Locale.ROOT,
                Messages.of("compare.recorded-neurons-e-joined"),
                d.ids().size(),
                d.excitatory(),
                d.largest(),
                out);
    }
}
