package org.dalescope.model.experiment;

import org.dalescope.model.session.Session;
import org.dalescope.model.split.Split;

/** A session with the split that every arm is fitted and scored on. */
public record SuiteSession(Session session, Split split) {
    /** The session's name as a folder. */
    public String folder() {
        return session.name().replaceAll("[^A-Za-z0-9_-]+", "-");
    }
}
