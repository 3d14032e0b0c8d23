package org.dalescope.model.suite.store;

import org.dalescope.model.common.PathParser;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.session.split.SplitFile;
import org.dalescope.model.session.split.Splits;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;

/** A session with the split that every arm is fitted and scored on. */
public record SuiteSession(Session session, Split split) {
    /**
     * A session split as a plan, a command or an earlier suite names it.
     *
     * @param split {@code stratified}, {@code blocks} or empty, {@code reference}, or a file
     * @param base the base arm's settings, which then make the split
     */
    public static SuiteSession of(Session session, String split, Configuration base) {
        return new SuiteSession(
                session,
                switch (split) {
                    case "", Splits.STRATIFIED, Splits.BLOCKS -> Fit.defaultSplit(session, base);
                    case "reference" -> Splits.reference(session);
                    default -> SplitFile.read(PathParser.of(split, "The plan's split"), session);
                });
    }

    /** The session's name as a folder. */
    public String folder() {
        return session.name().replaceAll("[^A-Za-z0-9_-]+", "-");
    }
}
