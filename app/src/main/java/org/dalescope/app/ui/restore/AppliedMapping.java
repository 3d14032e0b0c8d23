package org.dalescope.app.ui.restore;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the user wants a session's file to be understood.
 *
 * @param session the session's file
 * @param sha256 the session's, when the user said so
 * @param mapping the file that holds the mapping which was applied; empty where the file is to be read as it is guessed
 */
public record AppliedMapping(Path session, String sha256, Optional<Path> mapping) {}
