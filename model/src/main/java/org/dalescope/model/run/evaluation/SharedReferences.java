package org.dalescope.model.run.evaluation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dalescope.model.common.Lazy;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.settings.DataSettings;
import org.dalescope.model.training.Fit;

/**
 * The {@link ScoreReferences} of validation trials, computed once for all fits of the same data and split: fits that
 * differ in seed or network have the same rivals. Safe for several threads.
 */
public final class SharedReferences {
    private final Map<Key, Lazy<ScoreReferences>> known = new ConcurrentHashMap<>();

    private record Key(SessionSource source, DataSettings data, String split) {}

    /** The references of a fit's validation trials. */
    public ScoreReferences of(Fit fit, WorkerThreads workers) {
        Key key = new Key(
                fit.session().source(), fit.configuration().data(), fit.split().hash());
        return known.computeIfAbsent(
                        key,
                        _ -> Lazy.of(() -> ScoreReferences.of(fit, fit.split().validation(), workers)))
                .get();
    }
}
