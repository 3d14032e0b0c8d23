package org.dalescope.app.window;

public final class WindowLauncher {
    private WindowLauncher() {}

    public static void open(WindowRequest r) {}
}
