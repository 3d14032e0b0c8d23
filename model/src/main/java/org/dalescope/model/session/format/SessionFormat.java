package org.dalescope.model.session.format;

import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.model.session.Session;

/** A file format, recognised by content and never by name. */
public interface SessionFormat {
    /** Whether a file is of this format. */
    boolean recognises(FileSignature head);

    /**
     * Reads and checks a session.
     *
     * @throws org.dalescope.model.common.InputError saying what is wrong, where, and what to do
     */
    Session read(SessionRequest request);

    /**
     * What a file of the format offers to a mapping; empty where it takes none.
     *
     * @throws org.dalescope.model.common.InputError where the file cannot be read
     */
    default Optional<FileContents> contents(Path file) {
        return Optional.empty();
    }
}
