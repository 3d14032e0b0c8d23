package org.dalescope.app.ui.compare;

import java.util.Locale;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.comparison.RunNeuronsChart;
import org.dalescope.app.ui.control.FigurePane;
import org.dalescope.model.run.comparison.PairedNeuronScores;

/** The part of the compare view that plots r of every neuron in run A against run B, with the mean difference. */
final class NeuronsPart extends PairPart {
    private final FigurePane chart;

    NeuronsPart() {
        this(new FigurePane("compare-neurons"));
    }

    private NeuronsPart(FigurePane chart) {
        super("Neurons", chart, "compare-difference");
        this.chart = chart;
    }

    @Override
    void draw(RunComparison comparison, RunComparison.Pair pair, ChartTheme theme) {
        PairedNeuronScores neurons = pair.neurons();
        if (neurons.ids().length == 0) {
            explain(
                    "No scores yet",
                    "Scores by neuron are written when a fit ends. Wait for its end, or stop the running fit.");
            return;
        }
        chart.show(figure(pair, theme), () -> figure(pair, ChartTheme.light()));
        showText(words(neurons.difference()));
    }

    private static Figure figure(RunComparison.Pair pair, ChartTheme theme) {
        return RunNeuronsChart.of(
                pair.a().name(), pair.b().name(), pair.neurons(), pair.a().types(), theme);
    }

    /** The mean difference with its interval, in sentences. */
    static String words(PairedNeuronScores.Difference d) {
        String mean = String.format(
                Locale.ROOT,
                "B - A: mean %+.3f over %d neurons; %d of them are fitted better by B.",
                d.mean(),
                d.n(),
                d.better());
        return Double.isNaN(d.low())
                ? mean
                : mean
                        + String.format(
                                Locale.ROOT,
                                " 95 %% bootstrap interval %+.3f to %+.3f, jackknife standard error %.3f (%s).",
                                d.low(),
                                d.high(),
                                d.standardError(),
                                PairedNeuronScores.OVER);
    }
}
