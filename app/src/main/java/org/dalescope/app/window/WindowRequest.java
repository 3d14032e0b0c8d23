package org.dalescope.app.window;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the window is to open.
 *
 * @param toOpen a session file or a run folder
 * @param startFit whether the fit starts as soon as the session is open
 */
public record WindowRequest(Optional<Path> toOpen, boolean startFit) {}
