package org.dalescope.app.ui.compare;

import java.util.Locale;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.comparison.WeightDifferenceChart;
import org.dalescope.app.ui.control.FigurePane;
import org.dalescope.model.run.comparison.WeightDifference;

/** The part of the compare view that shows the weights of run B minus those of run A between recorded neurons. */
final class WeightsPart extends PairPart {
    private final CompareViewModel model;
    private final FigurePane chart;

    WeightsPart(CompareViewModel model) {
        this(model, new FigurePane("compare-weights"));
    }

    private WeightsPart(CompareViewModel model, FigurePane chart) {
        super("Weights", chart, "compare-weights-words");
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
                                "Reading the weights",
                                "Both runs need their parameters.npz, which a fit writes when it ends or is stopped."));
    }

    private void show(WeightDifference difference, ChartTheme theme) {
        chart.show(
                WeightDifferenceChart.of(difference, theme),
                () -> WeightDifferenceChart.of(difference, ChartTheme.light()));
        showText(words(difference));
    }

    static String words(WeightDifference d) {
        String out = d.typed() == 0
                ? ""
                : " %s neurons have different types in the two runs; they are left out.".formatted(d.typed());
        return String.format(
                Locale.ROOT,
                "%d recorded neurons (%d E), joined by id; largest difference %.3g. Hidden units have no "
                        + "counterpart in another run and are left out. Two fits may differ in weights and not in what "
                        + "they predict.%s",
                d.ids().size(),
                d.excitatory(),
                d.largest(),
                out);
    }
}
