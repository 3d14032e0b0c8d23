package org.dalescope.app.window.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.app.words.Words;
import org.dalescope.model.Refusal;
import org.dalescope.model.run.RunDescription;
import org.dalescope.model.run.RunFolder;
import org.dalescope.model.session.ReadingWatch;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionFiles;
import org.dalescope.model.session.mapping.Mapping;

/** The session that a run was fitted to. */
public final class RunSession {
    private RunSession() {}

    /**
     * The open session where it is the run's own, else the file that the run names.
     *
     * @throws Refusal where neither is there
     */
    public static Session of(RunFolder folder, Optional<Session> opened) {
        RunDescription description = RunDescription.read(folder);
        Optional<Mapping> mapping = folder.mapping();
        return opened.filter(s -> s.source().sha256().equals(description.sessionSha256())
                        && s.source().mapping().equals(mapping))
                .orElseGet(() -> SessionFiles.open(file(description), mapping, ReadingWatch.SILENT));
    }

    private static Path file(RunDescription description) {
        Path file = Path.of(description.sessionPath());
        if (Files.notExists(file)) {
            throw new Refusal(Words.of("run.the-session-of-this", file));
        }
        return file;
    }
}
