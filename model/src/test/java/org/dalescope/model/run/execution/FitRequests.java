package org.dalescope.model.run.execution;

import java.nio.file.Path;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;

/** Fits for tests, on the default split. */
final class FitRequests {
    private FitRequests() {}

    static FitRequest of(Session session, Configuration configuration, long seed, Path out) {
        return new FitRequest(
                session,
                Fit.defaultSplit(session, configuration),
                configuration,
                seed,
                "default",
                out,
                "dalescope fit");
    }
}
