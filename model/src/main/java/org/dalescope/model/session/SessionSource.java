package org.dalescope.model.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.Finding;

/**
 * The source of a session: its file, format and hash. The hash shows whether a file is still the one that was fitted.
 *
 * @param notes findings of the reading: what was lost, guessed or corrected
 * @param mapping the mapping of the content, if the file does not define it
 */
public record SessionSource(Path file, String format, String sha256, List<Finding> notes, Optional<Mapping> mapping) {
    /** The source of a session from a file that defines its own content. */
    public SessionSource(Path file, String format, String sha256) {
        this(file, format, sha256, List.of(), Optional.empty());
    }
}
