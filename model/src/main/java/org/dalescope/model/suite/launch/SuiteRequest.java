package org.dalescope.model.suite.launch;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteJson;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.suite.store.SuiteRecord.SessionNote;
import org.dalescope.model.suite.store.SuiteSession;

/**
 * A request to run a suite: plan, sessions, folder and number of parallel fits.
 *
 * @param parallel number of fits that run at once; the results do not depend on it
 * @param command the command line that makes the same request
 */
public record SuiteRequest(SuitePlan plan, List<SuiteSession> sessions, Path out, int parallel, String command) {
    private static final int MOST_AT_ONCE = 1024;

    /**
     * Creates a request that can be run.
     *
     * @throws InputError if it cannot be run
     */
    public SuiteRequest {
        if (sessions.isEmpty()) {
            throw new InputError("Suite " + plan.name() + " has no session: add --session FILE.");
        }
        Set<String> names = new HashSet<>();
        for (SuiteSession session : sessions) {
            if (!names.add(session.folder())) {
                throw new InputError("Two sessions are called "
                        + session.session().name() + ": rename one file, because their fits would share a folder.");
            }
        }
        if (parallel < 1 || parallel > MOST_AT_ONCE) {
            throw new InputError("--parallel cannot be " + parallel + ": use 1 to " + MOST_AT_ONCE + " fits at once.");
        }
    }

    /**
     * The request that continues the suite in a folder.
     *
     * @param opened sessions that are already open; the others are opened from the files that the suite names
     */
    public static SuiteRequest again(SuiteFolder folder, int parallel, List<Session> opened) {
        SuiteRecord suite = SuiteJson.read(folder);
        List<SuiteSession> sessions = suite.sessions().stream()
                .map(note -> reopened(folder, suite, note, opened))
                .toList();
        return new SuiteRequest(suite.plan(), sessions, folder.folder(), parallel, suite.command());
    }

    /**
     * The request for one fit of the suite in a folder.
     *
     * @throws InputError if the session or its split has changed since the suite started
     */
    static SuiteRequest ofOne(SuiteFolder folder, FitKey cell) {
        SuiteRecord suite = SuiteJson.read(folder);
        SessionNote note = suite.session(cell.session());
        SuiteSession session = reopened(folder, suite, note, List.of());
        SessionNote now = SessionNote.of(session);
        if (!now.sha256().equals(note.sha256()) || !now.splitHash().equals(note.splitHash())) {
            throw new InputError(note.path() + " or its split has changed since the suite in " + folder.folder() + ""
                    + " was started: restore it, or start the suite in a new folder.");
        }
        return new SuiteRequest(suite.plan(), List.of(session), folder.folder(), 1, suite.command());
    }

    private static SuiteSession reopened(
            SuiteFolder folder, SuiteRecord suite, SessionNote note, List<Session> opened) {
        Session session = opened.stream()
                .filter(one -> one.source().sha256().equals(note.sha256()))
                .findFirst()
                .orElseGet(() -> SessionFiles.open(note.file(), folder.mapping(note.folder()), Progress.SILENT));
        return SuiteSession.of(session, note.splitOrigin(), suite.plan().base().configuration());
    }
}
