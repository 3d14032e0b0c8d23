package org.dalescope.app.chart.fit;

import java.util.List;
import java.util.Locale;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.HorizontalMark;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.model.scoring.Scoring.Ceilings;
import org.dalescope.model.training.EpochRecord;

/**
 * A chart of a fit's psth_r on training and validation trials by epoch, with the ceilings that the amount of data
 * allows.
 */
public final class ScoreChart {
    private ScoreChart() {}

    /**
     * The chart.
     *
     * @param linearModel psth_r of the linear model on the validation trials; NaN if it is not known
     */
    public static ChartContent of(
            List<EpochRecord> history, int bestEpoch, Ceilings ceilings, double linearModel, ChartTheme theme) {
        double[] epochs = EpochAxis.numbers(history);
        List<Line> lines = List.of(
                Line.of(
                        "training",
                        epochs,
                        EpochAxis.values(history, EpochRecord::trainPsthR),
                        LineStyle.dashed(theme.muted(), 1.4)),
                Line.of(
                        "validation",
                        epochs,
                        EpochAxis.values(history, EpochRecord::validationPsthR),
                        LineStyle.solid(theme.accent(), 2)));
        List<HorizontalMark> levels = List.of(
                level("training PSTH", ceilings.trainingPsth(), LineStyle.solid(theme.foreground(), 1.2)),
                level("linear model", linearModel, LineStyle.dotted(theme.foreground(), 1.2)),
                level("split half", ceilings.splitHalf(), LineStyle.dashed(theme.foreground(), 1.2)));
        List<HorizontalMark> defined =
                levels.stream().filter(level -> !Double.isNaN(level.y())).toList();
        return ChartContent.of("Score and its ceilings", "epoch", "psth_r", lines)
                .withAxis(false, true)
                .with(List.of(), defined, EpochAxis.best(bestEpoch, false, theme));
    }

    private static HorizontalMark level(String name, double value, LineStyle style) {
        return new HorizontalMark(String.format(Locale.ROOT, "%s %.2f", name, value), value, style);
    }
}
