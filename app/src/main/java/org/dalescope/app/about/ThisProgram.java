package org.dalescope.app.about;

import org.dalescope.model.run.ShellWord;

/** How this program was started. */
public final class ThisProgram {
    private ThisProgram() {}

    /** As a word for a shell: its launcher, installed or from its sources. */
    public static String word() {
        String launcher =
                System.getProperty("dalescope.launcher", System.getProperty("jpackage.app-path", "dalescope"));
        return ShellWord.quoted(launcher);
    }
}
