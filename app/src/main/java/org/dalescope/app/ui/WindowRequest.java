package org.dalescope.app.ui;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the window is to open.
 *
 * @param toOpen a session file or a run folder
 * @param startFit whether the fit starts as soon as the session is open; of the demo session where there is none to open
 */
public record WindowRequest(Optional<Path> toOpen, boolean startFit) {}
