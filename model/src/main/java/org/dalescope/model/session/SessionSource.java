package org.dalescope.model.session;

import java.nio.file.Path;

/** Where a session came from; the hash tells whether a file is still the one that was fitted. */
public record SessionSource(Path file, String format, String sha256) {}
