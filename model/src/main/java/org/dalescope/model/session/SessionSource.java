package org.dalescope.model.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.Finding;

/**
 * Where a session came from; the hash tells whether a file is still the one that was fitted.
 *
 * @param notes what a reader must know of the reading: what was lost, guessed or corrected
 * @param mapping how the file's content was understood, where the file does not say it by itself
 */
public record SessionSource(Path file, String format, String sha256, List<Finding> notes, Optional<Mapping> mapping) {
    /** Of a file that says by itself what it holds. */
    public SessionSource(Path file, String format, String sha256) {
        this(file, format, sha256, List.of(), Optional.empty());
    }
}
