package org.dalescope.app.window.shell;

import java.util.List;
import java.util.Optional;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.session.Session;
import org.dalescope.model.training.EpochRecord;
import org.dalescope.model.training.FitSize;

/** How many operations a second the fit that runs makes, from which the time of the next one is estimated. */
final class FitSpeed {
    /** The first epochs are slower: code is compiled and caches are cold. */
    private static final int WARM = 5;

    private volatile double flops = Double.NaN;

    /** A fit of a session begins; not for the window's thread, for a session may have to be cut. */
    void begins(Session session, Configuration configuration) {
        flops = Double.NaN;
        flops = FitSize.of(session, configuration).epochFlops();
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
