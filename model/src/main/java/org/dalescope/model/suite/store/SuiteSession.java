package org.dalescope.model.suite.store;

import org.dalescope.model.common.PathParser;
import org.dalescope.model.common.io.FolderName;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.session.split.SplitFile;
import org.dalescope.model.session.split.Splits;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;

/** A session with its folder inside a suite's folder, and with the split on which every arm is fitted and scored. */
public record SuiteSession(Session session, Split split) {
    /**
     * Splits a session in the way that a plan, a command or an earlier suite names.
     *
     * @param split {@code stratified}, {@code blocks} or empty, {@code reference}, or a file
     * @param base settings of the base arm, which determine the default split
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

    /** The folder name of the session. */
    public String folder() {
        return FolderName.of(session.name());
    }
}
