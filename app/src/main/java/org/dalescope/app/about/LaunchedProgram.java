package org.dalescope.app.about;

import org.dalescope.model.common.ShellQuoting;

/** How the program was started: the launcher as a word for a shell. */
public final class LaunchedProgram {
    private LaunchedProgram() {}

    /** The launcher as a word for a shell, for an installed program or one that runs from its sources. */
    public static String word() {
        String launcher =
                System.getProperty("dalescope.launcher", System.getProperty("jpackage.app-path", "dalescope"));
        return ShellQuoting.quoted(launcher);
    }
}
