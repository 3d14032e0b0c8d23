package org.dalescope.model.experiment;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dalescope.model.Refusal;
import org.dalescope.model.session.ReadingWatch;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionFiles;

/**
 * An order for a suite, from whichever client.
 *
 * @param parallel fits at once; the numbers do not depend on it
 * @param command the command line that gives the same order
 */
public record SuiteRequest(SuitePlan plan, List<SuiteSession> sessions, Path out, int parallel, String command) {
    private static final int MOST_AT_ONCE = 1024;

    /**
     * An order that can be carried out.
     *
     * @throws Refusal where it cannot
     */
    public SuiteRequest {
        if (sessions.isEmpty()) {
            throw new Refusal("Suite " + plan.name() + " has no session: give --session FILE.");
        }
        Set<String> names = new HashSet<>();
        for (SuiteSession session : sessions) {
            if (!names.add(session.folder())) {
                throw new Refusal("Two sessions are called " + session.session().name()
                        + ": rename one file, their fits would share a folder.");
            }
        }
        if (parallel < 1 || parallel > MOST_AT_ONCE) {
            throw new Refusal(
                    "--parallel cannot be " + parallel + ": it takes 1 to " + MOST_AT_ONCE + " fits at once.");
        }
    }

    /**
     * The order that goes on with what a folder holds.
     *
     * @param opened sessions that are open already; the others are opened from the files that the suite names
     */
    public static SuiteRequest again(SuiteFolder folder, int parallel, List<Session> opened) {
        SuiteRecord suite = SuiteJson.read(folder);
        List<SuiteSession> sessions = suite.sessions().stream()
                .map(note -> {
                    Session session = opened.stream()
                            .filter(one -> one.source().sha256().equals(note.sha256()))
                            .findFirst()
                            .orElseGet(() ->
                                    SessionFiles.open(note.file(), folder.mapping(note.folder()), ReadingWatch.SILENT));
                    return SuiteSession.of(
                            session, note.splitOrigin(), suite.plan().base().configuration());
                })
                .toList();
        return new SuiteRequest(suite.plan(), sessions, folder.folder(), parallel, suite.command());
    }
}
