package org.dalescope.model.session.format;

import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.Mapping;

/**
 * A request to read a session file, the same for every format.
 *
 * @param sha256 the hash of the file, in hexadecimal digits
 * @param mapping how to interpret the content; if absent, the description in the file is used, or otherwise a guess
 * @param watch receives the progress and decides whether reading continues
 */
public record SessionRequest(Path file, String sha256, Optional<Mapping> mapping, Progress watch) {}
