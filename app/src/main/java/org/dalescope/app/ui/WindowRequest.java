package org.dalescope.app.ui;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A request to start the desktop window, with what it opens first.
 *
 * @param toOpen a session file or a run folder
 * @param startFit whether the fit starts as soon as the session is open; the demo session is used if there is no
 *     session to open
 */
public record WindowRequest(Optional<Path> toOpen, boolean startFit) {}
