package org.dalescope.app.ui.workspace;

import java.util.List;
import java.util.Optional;
import org.dalescope.model.training.EpochRecord;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitSize;

/**
 * The speed of the running fit in operations per second, which all views share and which is used to estimate the time
 * of the next fit.
 */
final class FitSpeed {
    /** The number of first epochs that are ignored. They are slower, because code is compiled and caches are cold. */
    private static final int WARM = 5;

    private volatile double flops = Double.NaN;

    /** Called when a fit starts; may be called on any thread. */
    void begins(Fit fit) {
        flops = FitSize.of(fit).epochFlops();
    }

    /** Called when a fit is resumed; its number of operations is not known. */
    void restart() {
        flops = Double.NaN;
    }

    /** The operations per second from the median of the newest epochs; empty during the first epochs. */
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
