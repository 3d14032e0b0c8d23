package org.dalescope.model.session.format;

import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.model.session.Session;

/** A file format of sessions, as every format implements it; files are recognised by content, never by name. */
public interface SessionFormat {
    /** Whether a file is of this format. */
    boolean recognises(FileSignature head);

    /**
     * Reads and checks a session.
     *
     * @throws org.dalescope.model.common.InputError that says what is wrong, where, and what to do
     */
    Session read(SessionRequest request);

    /**
     * The parts of a file that a mapping can name; empty if the format takes no mapping.
     *
     * @throws org.dalescope.model.common.InputError if the file cannot be read
     */
    default Optional<FileContents> contents(Path file) {
        return Optional.empty();
    }
}
