package org.dalescope.app.about;

import org.dalescope.model.common.ShellQuoting;

/** How this program was started. */
public final class LaunchedProgram {
    private LaunchedProgram() {}

    /** As a word for a shell: its launcher, installed or from its sources. */
    public static String word() {
        String launcher =
                System.getProperty("dalescope.launcher", System.getProperty("jpackage.app-path", "dalescope"));
        return ShellQuoting.quoted(launcher);
    }
}
