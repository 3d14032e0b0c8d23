package org.dalescope.model.run.execution;

import java.nio.file.Path;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;

/**
 * A request to start a fit that leaves a run folder: session, configuration, seed and folder.
 *
 * @param preset name of the preset the configuration started from
 * @param command the command line that makes the same request
 */
public record FitRequest(
        Session session, Split split, Configuration configuration, long seed, String preset, Path out, String command) {

    /** The requested fit. */
    public Fit fit() {
        return Fit.of(session, split, configuration, seed);
    }
}
