package org.dalescope.app.chart.fit;

import java.util.List;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.text.Messages;
import org.dalescope.model.training.EpochRecord;

/** Norms of the two losses' gradients, and the cosine between them on the right. */
public final class GradientChart {
    private GradientChart() {}

    public static ChartContent of(List<EpochRecord> history, int bestEpoch, ChartTheme theme) {
        double[] epochs = EpochAxis.numbers(history);
        List<Line> lines = List.of(
                Line.of(
                        Messages.of("chart.grad-l-neuron"),
                        epochs,
                        EpochAxis.values(history, EpochRecord::gradNormNeuron),
                        LineStyle.solid(theme.accent(), 1.6)),
                Line.of(
                        Messages.of("chart.grad-l-trial"),
                        epochs,
                        EpochAxis.values(history, EpochRecord::gradNormTrial),
                        LineStyle.dashed(theme.second(), 1.6)),
                Line.of(
                                Messages.of("chart.cosine-right"),
                                epochs,
                                EpochAxis.values(history, EpochRecord::gradCosine),
                                LineStyle.dotted(theme.foreground(), 1.6))
                        .onTheRight());
        return ChartContent.of(
                        Messages.of("chart.gradients"), Messages.of("chart.epoch-2"), Messages.of("chart.norm"), lines)
                .withAxis(true, false)
                .withoutOutliers()
                .withRight(Messages.of("chart.cosine"))
                .with(List.of(), List.of(), EpochAxis.best(bestEpoch, true, theme));
    }
}
