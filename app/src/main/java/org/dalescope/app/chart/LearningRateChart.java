package org.dalescope.app.chart;

import java.util.List;
import org.dalescope.app.words.Words;
import org.dalescope.model.training.EpochRecord;

/** The learning rate by epoch; it falls where the validation loss stays level. */
public final class LearningRateChart {
    private LearningRateChart() {}

    public static ChartContent of(List<EpochRecord> history, int bestEpoch, ChartTheme theme) {
        List<Line> lines = List.of(Line.of(
                Words.of("chart.learning-rate"),
                Epochs.numbers(history),
                Epochs.values(history, EpochRecord::learningRate),
                LineStyle.solid(theme.accent(), 1.8)));
        return ChartContent.of(
                        Words.of("chart.learning-rate-2"),
                        Words.of("chart.epoch-2"),
                        Words.of("chart.learning-rate"),
                        lines)
                .withAxis(true, false)
                .with(List.of(), List.of(), Epochs.best(bestEpoch, true, theme));
    }
}
