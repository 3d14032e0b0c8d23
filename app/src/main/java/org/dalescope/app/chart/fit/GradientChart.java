package org.dalescope.app.chart.fit;

import java.util.List;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.model.training.EpochRecord;

/** A chart of a fit's gradients by epoch: the norms for both losses, and their cosine on the right axis. */
public final class GradientChart {
    private GradientChart() {}

    public static ChartContent of(List<EpochRecord> history, int bestEpoch, ChartTheme theme) {
        double[] epochs = EpochAxis.numbers(history);
        List<Line> lines = List.of(
                Line.of(
                        "|grad L_neuron|",
                        epochs,
                        EpochAxis.values(history, EpochRecord::gradNormNeuron),
                        LineStyle.solid(theme.accent(), 1.6)),
                Line.of(
                        "|grad L_trial|",
                        epochs,
                        EpochAxis.values(history, EpochRecord::gradNormTrial),
                        LineStyle.dashed(theme.second(), 1.6)),
                Line.of(
                                "cosine (right)",
                                epochs,
                                EpochAxis.values(history, EpochRecord::gradCosine),
                                LineStyle.dotted(theme.foreground(), 1.6))
                        .onTheRight());
        return ChartContent.of("Gradients", "epoch", "norm", lines)
                .withAxis(true, false)
                .withoutOutliers()
                .withRight(lines.getLast().isDrawable() ? "cosine" : "")
                .with(List.of(), List.of(), EpochAxis.best(bestEpoch, true, theme));
    }
}
