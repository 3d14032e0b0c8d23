package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.MappingJson;
import picocli.CommandLine.Option;

/** How to understand a session's file: an option of every command that opens one. */
final class MappingOption {
    @Option(
            names = "--mapping",
            paramLabel = "FILE.json",
            description =
                    "Which variable of the file is what (write one with inspect --save-mapping; default: guessed).")
    private Optional<Path> file = Optional.empty();

    /** The mapping that is named, if one is. */
    Optional<Mapping> mapping() {
        return file.map(MappingJson::read);
    }

    boolean isGiven() {
        return file.isPresent();
    }

    /** Opens a session as the option says. */
    Session open(Path session) {
        return open(session, Optional.empty());
    }

    /** Opens a session as the option says, else as it was understood before. */
    Session open(Path session, Optional<Mapping> before) {
        return SessionFiles.open(session, mapping().or(() -> before), Progress.SILENT);
    }
}
