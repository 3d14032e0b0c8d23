package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.MappingJson;
import picocli.CommandLine.Option;

/** The command-line option {@code --mapping}, which tells a command how to read the variables of a session file. */
final class MappingOption {
    @Option(
            names = "--mapping",
            paramLabel = "FILE.json",
            description = "File with the meaning of the session's variables; 'dalescope inspect --save-mapping' writes"
                    + " one (default: guessed).")
    private Optional<Path> file = Optional.empty();

    /** The given mapping, if any. */
    Optional<Mapping> mapping() {
        return file.map(MappingJson::read);
    }

    boolean isGiven() {
        return file.isPresent();
    }

    /** Opens a session with the given mapping. */
    Session open(Path session) {
        return open(session, Optional.empty());
    }

    /** Opens a session with the given mapping, or with the earlier mapping if none is given. */
    Session open(Path session, Optional<Mapping> before) {
        return SessionFiles.open(session, mapping().or(() -> before), Progress.SILENT);
    }
}
