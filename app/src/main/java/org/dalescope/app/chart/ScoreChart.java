package org.dalescope.app.chart;

import java.util.List;
import java.util.Locale;
import org.dalescope.app.words.Words;
import org.dalescope.model.scoring.Scoring.Ceilings;
import org.dalescope.model.training.EpochRecord;

/** psth_r on training and validation trials by epoch, under the ceilings that the amount of data sets. */
public final class ScoreChart {
    private ScoreChart() {}

    public static ChartContent of(List<EpochRecord> history, int bestEpoch, Ceilings ceilings, ChartTheme theme) {
        double[] epochs = Epochs.numbers(history);
        List<Line> lines = List.of(
                Line.of(
                        Words.of("chart.training"),
                        epochs,
                        Epochs.values(history, EpochRecord::trainPsthR),
                        LineStyle.dashed(theme.muted(), 1.4)),
                Line.of(
                        Words.of("chart.validation"),
                        epochs,
                        Epochs.values(history, EpochRecord::validationPsthR),
                        LineStyle.solid(theme.accent(), 2)));
        List<Level> levels = List.of(
                level(
                        Words.of("chart.training-psth"),
                        ceilings.trainingPsth(),
                        LineStyle.solid(theme.foreground(), 1.2)),
                level(Words.of("chart.split-half"), ceilings.splitHalf(), LineStyle.dashed(theme.foreground(), 1.2)));
        List<Level> defined =
                levels.stream().filter(level -> !Double.isNaN(level.y())).toList();
        return ChartContent.of(Words.of("chart.score-and-its-ceilings"), Words.of("chart.epoch-2"), "psth_r", lines)
                .withAxis(false, true)
                .with(List.of(), defined, Epochs.best(bestEpoch, false, theme));
    }

    private static Level level(String name, double value, LineStyle style) {
        return new Level(String.format(Locale.ROOT, "%s %.2f", name, value), value, style);
    }
}
