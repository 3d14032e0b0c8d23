package org.dalescope.app.chart.fit;

import java.util.List;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.model.training.EpochRecord;

/** A chart of a fit's learning rate by epoch. The rate falls if the validation loss does not improve. */
public final class LearningRateChart {
    private LearningRateChart() {}

    public static ChartContent of(List<EpochRecord> history, int bestEpoch, ChartTheme theme) {
        List<Line> lines = List.of(Line.of(
                "learning rate",
                EpochAxis.numbers(history),
                EpochAxis.values(history, EpochRecord::learningRate),
                LineStyle.solid(theme.accent(), 1.8)));
        return ChartContent.of("Learning rate", "epoch", "learning rate", lines)
                .withAxis(true, false)
                .with(List.of(), List.of(), EpochAxis.best(bestEpoch, true, theme));
    }
}
