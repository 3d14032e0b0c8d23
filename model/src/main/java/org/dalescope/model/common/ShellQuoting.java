package org.dalescope.model.common;

/** A text helper that quotes words of a command line that contain characters with a meaning for the shell. */
public final class ShellQuoting {
    private ShellQuoting() {}

    /** The word, in single quotes if needed. */
    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=:,+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
