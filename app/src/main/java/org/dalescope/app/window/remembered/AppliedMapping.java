package org.dalescope.app.window.remembered;

import java.nio.file.Path;

/**
 * A mapping that was applied to a session's file.
 *
 * @param session the session's file
 * @param sha256 the session's, when the mapping was applied
 * @param mapping the file that holds the mapping
 */
public record AppliedMapping(Path session, String sha256, Path mapping) {}
