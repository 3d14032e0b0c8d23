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
    /**
     * Whether the file holds averages over trials. The single trials of the session are then drawn at random, so
     * nothing that concerns single trials can be computed.
     */
    public boolean isAveraged() {
        return mapping.filter(known -> known instanceof ArrayMapping arrays
                        && arrays.activity().holds() == ArrayMapping.Content.AVERAGES)
                .isPresent();
    }

    /** Why a score of single trials is not defined in a session of averages. */
    public static final String AVERAGED =
            "the file holds averages over trials, so nothing is known about single trials";

    /** The source of a session from a file that defines its own content. */
    public SessionSource(Path file, String format, String sha256) {
        this(file, format, sha256, List.of(), Optional.empty());
    }
}
