package org.dalescope.model.session.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.session.Mapping;
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

    /** Whether this format reads a file with such a mapping, if {@link #recognises} holds. */
    default boolean reads(Mapping mapping) {
        return true;
    }

    /**
     * The files that are read for a session, whose bytes identify it.
     *
     * @param mapping the mapping with which the file is read, if any
     * @throws org.dalescope.model.common.StorageError if a folder cannot be listed
     */
    default List<Path> files(Path file, Optional<Mapping> mapping) {
        return List.of(file);
    }

    /**
     * The mapping with which a file is read if none is given; empty if the format takes no mapping.
     *
     * @throws org.dalescope.model.common.InputError if the file cannot be read
     */
    default Optional<Mapping> guess(Path file) {
        return contents(file).map(FileContents::known);
    }

    /**
     * The parts of a file that a mapping can name; empty if the format takes no mapping.
     *
     * @throws org.dalescope.model.common.InputError if the file cannot be read
     */
    default Optional<FileContents> contents(Path file) {
        return Optional.empty();
    }
}
