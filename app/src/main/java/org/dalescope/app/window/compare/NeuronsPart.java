package org.dalescope.app.window.compare;

import java.util.Locale;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.PairedNeuronsChart;
import org.dalescope.app.window.theme.FigurePane;
import org.dalescope.app.words.Words;
import org.dalescope.model.comparison.NeuronPairs;

/** r of every neuron in A against B, and the mean of their differences. */
final class NeuronsPart extends PairPart {
    private final FigurePane chart;

    NeuronsPart() {
        this(new FigurePane("compare-neurons"));
    }

    private NeuronsPart(FigurePane chart) {
        super(Words.of("compare.neurons"), chart, "compare-difference");
        this.chart = chart;
    }

    @Override
    void draw(Comparison comparison, Comparison.Pair pair, ChartTheme theme) {
        NeuronPairs neurons = pair.neurons();
        if (neurons.ids().length == 0) {
            explain(Words.of("compare.no-scores-yet"), Words.of("compare.neuron-scores-are-written"));
            return;
        }
        chart.show(figure(pair, theme), () -> figure(pair, ChartTheme.light()));
        say(words(neurons.difference()));
    }

    private static Figure figure(Comparison.Pair pair, ChartTheme theme) {
        return PairedNeuronsChart.of(
                pair.a().name(), pair.b().name(), pair.neurons(), pair.a().types(), theme);
    }

    /** The difference with its interval, stated as what it is. */
    static String words(NeuronPairs.Difference d) {
        String mean = String.format(Locale.ROOT, Words.of("compare.b-a-mean-over"), d.mean(), d.n(), d.better());
        return Double.isNaN(d.low())
                ? mean
                : mean
                        + String.format(
                                Locale.ROOT,
                                " " + Words.of("compare.95-bootstrap-interval-to"),
                                d.low(),
                                d.high(),
                                d.standardError(),
                                NeuronPairs.OVER);
    }
}
