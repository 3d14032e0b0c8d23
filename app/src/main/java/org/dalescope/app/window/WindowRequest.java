package org.dalescope.app.window;

public record WindowRequest(java.util.Optional<java.nio.file.Path> toOpen, boolean startFit) {}
