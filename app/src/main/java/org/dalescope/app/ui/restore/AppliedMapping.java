package org.dalescope.app.ui.restore;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An entry of the window's saved state: the user applied a mapping to a session's file, or chose to read the file as it
 * is guessed.
 *
 * @param session the session's file
 * @param sha256 the SHA-256 of the session at that time
 * @param mapping the file of the applied mapping; empty if the file is to be read as it is guessed
 */
public record AppliedMapping(Path session, String sha256, Optional<Path> mapping) {}
