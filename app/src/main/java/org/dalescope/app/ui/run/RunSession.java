package org.dalescope.app.ui.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;

/** Finds the session that a run was fitted to, for the views that show the run. */
public final class RunSession {
    private RunSession() {}

    /**
     * The open session if it is the run's own, otherwise the file that the run names.
     *
     * @throws InputError if neither is available
     */
    public static Session of(RunFolder folder, Optional<Session> opened) {
        RunDescription description = RunDescription.read(folder);
        Optional<Mapping> mapping = folder.mapping();
        return opened.filter(s -> s.source().sha256().equals(description.sessionSha256())
                        && s.source().mapping().equals(mapping))
                .orElseGet(() -> SessionFiles.open(file(description), mapping, Progress.SILENT));
    }

    private static Path file(RunDescription description) {
        Path file = Path.of(description.sessionPath());
        if (Files.notExists(file)) {
            throw new InputError(
                    "The session %s of this run was not found: open the file in its current folder.".formatted(file));
        }
        return file;
    }
}
