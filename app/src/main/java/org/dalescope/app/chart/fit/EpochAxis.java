package org.dalescope.app.chart.fit;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.VerticalMark;
import org.dalescope.model.training.EpochRecord;

/** Helpers for charts of a fit over epochs: the epoch values and the mark of the best epoch. */
public final class EpochAxis {
    private EpochAxis() {}

    static double[] numbers(List<EpochRecord> history) {
        return values(history, EpochRecord::epoch);
    }

    public static double[] values(List<EpochRecord> history, ToDoubleFunction<EpochRecord> value) {
        return history.stream().mapToDouble(value).toArray();
    }

    /** The mark of the best epoch; none before the first epoch. */
    static List<VerticalMark> best(int bestEpoch, boolean atTop, ChartTheme theme) {
        return bestEpoch < 1
                ? List.of()
                : List.of(new VerticalMark(
                        "best %s".formatted(bestEpoch), bestEpoch, LineStyle.dotted(theme.muted(), 1.2), atTop));
    }
}
