package org.dalescope.app.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dalescope.app.words.Words;
import org.dalescope.model.training.EpochRecord;

/** What every chart over epochs needs. */
final class Epochs {
    private Epochs() {}

    static double[] numbers(List<EpochRecord> history) {
        return values(history, EpochRecord::epoch);
    }

    static double[] values(List<EpochRecord> history, ToDoubleFunction<EpochRecord> value) {
        return history.stream().mapToDouble(value).toArray();
    }

    /** The mark of the best epoch; none before the first. */
    static List<Mark> best(int bestEpoch, boolean atTop, ChartTheme theme) {
        return bestEpoch < 1
                ? List.of()
                : List.of(new Mark(
                        Words.of("chart.best", bestEpoch), bestEpoch, LineStyle.dotted(theme.muted(), 1.2), atTop));
    }
}
