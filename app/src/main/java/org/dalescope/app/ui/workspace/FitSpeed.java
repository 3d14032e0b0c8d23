package org.dalescope.app.ui.workspace;

import java.util.List;
import java.util.Optional;
import org.dalescope.model.training.EpochRecord;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitSize;

/** How many operations a second the fit that runs makes, from which the time of the next one is estimated. */
final class FitSpeed {
    /** The first epochs are slower: code is compiled and caches are cold. */
    private static final int WARM = 5;

    private volatile double flops = Double.NaN;

    /** A fit begins; on any thread. */
    void begins(Fit fit) {
        flops = FitSize.of(fit).epochFlops();
    }

    /** A fit goes on that was begun elsewhere: how many operations it has is not known. */
    void beginsAgain() {
        flops = Double.NaN;
    }

    /** Operations per second by the median of the newest epochs; empty before the fit is warm. */
    Optional<Double> progressed(List<EpochRecord> history) {
        if (Double.isNaN(flops) || history.size() < 2 * WARM) {
            return Optional.empty();
        }
        double[] ms = history.subList(history.size() - WARM, history.size()).stream()
                .mapToDouble(EpochRecord::ms)
                .sorted()
                .toArray();
        double median = ms[WARM / 2];
        return median > 0 ? Optional.of(1000 * flops / median) : Optional.empty();
    }
}
