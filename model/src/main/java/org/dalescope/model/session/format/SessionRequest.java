package org.dalescope.model.session.format;

import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.Mapping;

/**
 * An order to open a session.
 *
 * @param sha256 of the file, in hexadecimal digits
 * @param mapping how to understand the content; guessed where it is absent and the file does not say it by itself
 * @param watch told how far the reading is, and asked whether to go on
 */
public record SessionRequest(Path file, String sha256, Optional<Mapping> mapping, Progress watch) {}
