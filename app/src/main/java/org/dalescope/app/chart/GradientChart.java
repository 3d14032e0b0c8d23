package org.dalescope.app.chart;

import java.util.List;
import org.dalescope.app.words.Words;
import org.dalescope.model.training.EpochRecord;

/** Norms of the two losses' gradients, and the cosine between them on the right. */
public final class GradientChart {
    private GradientChart() {}

    public static ChartContent of(List<EpochRecord> history, int bestEpoch, ChartTheme theme) {
        double[] epochs = Epochs.numbers(history);
        List<Line> lines = List.of(
                Line.of(
                        Words.of("chart.grad-l-neuron"),
                        epochs,
                        Epochs.values(history, EpochRecord::gradNormNeuron),
                        LineStyle.solid(theme.accent(), 1.6)),
                Line.of(
                        Words.of("chart.grad-l-trial"),
                        epochs,
                        Epochs.values(history, EpochRecord::gradNormTrial),
                        LineStyle.dashed(theme.second(), 1.6)),
                Line.of(
                                Words.of("chart.cosine-right"),
                                epochs,
                                Epochs.values(history, EpochRecord::gradCosine),
                                LineStyle.dotted(theme.foreground(), 1.6))
                        .onTheRight());
        return ChartContent.of(Words.of("chart.gradients"), Words.of("chart.epoch-2"), Words.of("chart.norm"), lines)
                .withAxis(true, false)
                .withoutOutliers()
                .withRight(Words.of("chart.cosine"))
                .with(List.of(), List.of(), Epochs.best(bestEpoch, true, theme));
    }
}
