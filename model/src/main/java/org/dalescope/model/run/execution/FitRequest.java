package org.dalescope.model.run.execution;

import java.nio.file.Path;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;

/**
 * An order for a fit, from whichever client.
 *
 * @param preset name of the preset the configuration started from
 * @param command the command line that gives the same order
 */
public record FitRequest(
        Session session, Split split, Configuration configuration, long seed, String preset, Path out, String command) {

    /** The fit that is ordered. */
    public Fit fit() {
        return Fit.of(session, split, configuration, seed);
    }
}
